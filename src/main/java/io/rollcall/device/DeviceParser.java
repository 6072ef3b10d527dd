package io.rollcall.device;

import io.rollcall.device.Device.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the device from what its request says. Client Hints win where they are well-formed, because browsers have frozen
 * the rest (<a href="https://www.chromium.org/updates/ua-reduction/">User-Agent reduction</a>); the User-Agent fills the
 * gaps. Never throws: odd input gives what little is known, or {@link Device#UNKNOWN}. Safe for any thread; takes some
 * milliseconds, the very first time a quarter of a second more.
 */
@Component
public class DeviceParser {

    /** What many a browser and app says beside its own name, or is built on; the later, the less it says. */
    private static final List<String> COMMON =
            List.of("Opera,Edge,Samsung Internet,Electron,WebView,Chromium,Android Browser,Safari,Chrome".split(","));

    public Device parse(UserAgentHints hints) {
        var told = UserAgentReader.read(hints.userAgent());
        var hinted = ClientHintsReader.read(hints);
        if (told.kind() == Kind.PROGRAM || hinted.kind() == Kind.PROGRAM) {
            return told.kind() == Kind.PROGRAM ? told : hinted;
        }
        var browser = saysMore(hinted, told) ? hinted : told;
        var model = UserAgentReader.platform(hints.model());
        var platform = isAppliance(model.kind()) ? model : UserAgentReader.platform(hints.userAgent());
        return new Device(
                browser.browser(),
                browser.browserVersion(),
                operatingSystem(platform, hinted.operatingSystem(), told.operatingSystem()),
                kind(hinted.kind(), platform.kind(), model.kind()));
    }

    /** Whether its hints name only the phone's or desktop's system that it is built on. */
    private static boolean isAppliance(Kind kind) {
        return kind == Kind.TELEVISION || kind == Kind.CONSOLE || kind == Kind.HEADSET;
    }

    /** The hint, unless it is silent, or one that asks for phones' pages on what by its platform or model is no phone. */
    private static Kind kind(Kind hinted, Kind platform, Kind model) {
        if (hinted == Kind.UNKNOWN || isAppliance(platform)) {
            return platform;
        }
        return hinted == Kind.PHONE && (platform == Kind.TABLET || model == Kind.TABLET) ? Kind.TABLET : hinted;
    }

    /** In doubt the hint: an engine's brand is better than the "Chrome" of nearly every User-Agent, an app's name than it. */
    private static boolean saysMore(Device hinted, Device told) {
        if (hinted.browser() == null || told.browser() == null) {
            return hinted.browser() != null;
        }
        return hinted.browser().equals(told.browser())
                ? told.browserVersion() == null // a brand's may be its engine's
                : COMMON.indexOf(hinted.browser()) <= COMMON.indexOf(told.browser());
    }

    /** The hint, unless the User-Agent says the same more exactly: "Windows 7" for "Windows", "Ubuntu" for "Linux". */
    private static @Nullable String operatingSystem(
            Table.Row platform, @Nullable String hinted, @Nullable String told) {
        if (platform.name() != null) {
            return platform.name();
        }
        if (hinted == null || told == null) {
            return hinted == null ? told : hinted;
        }
        return isAppliance(platform.kind()) || told.startsWith(hinted) || hinted.equals("Linux") ? told : hinted;
    }
}
