package io.rollcall.device;

import io.rollcall.device.Device.Kind;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** Televisions and consoles, whose hints name only the phone or desktop system that they are built on. */
    private static final Pattern APPLIANCE =
            Pattern.compile("TV\\b|SmartTV|BRAVIA|\\bAFT[A-Z]|CrKey|Chromecast|Web0S|PlayStation|Xbox|Nintendo");

    /** Brands that say which engine a browser or app is built on, not which one it is. */
    private static final Set<String> ENGINES = Set.of("Chromium", "WebView");

    public Device parse(UserAgentHints hints) {
        var told = UserAgentReader.read(hints.userAgent());
        if (told.kind() == Kind.BOT) {
            return told;
        }
        if (isAppliance(hints.userAgent()) || isAppliance(hints.model())) {
            return new Device(told.browser(), told.browserVersion(), told.operatingSystem(), Kind.UNKNOWN);
        }
        var hinted = ClientHintsReader.read(hints);
        var browser = namesTheBrowser(hinted, told) ? hinted : told;
        return new Device(
                browser.browser(),
                browser.browserVersion(),
                operatingSystem(hinted.operatingSystem(), told.operatingSystem()),
                hinted.kind() == Kind.UNKNOWN ? told.kind() : hinted.kind());
    }

    private static boolean isAppliance(@Nullable String text) {
        return text != null && APPLIANCE.matcher(text).find();
    }

    /** An engine's brand is better than the "Chrome" of nearly every User-Agent, but "Facebook" is better than it. */
    private static boolean namesTheBrowser(Device hinted, Device told) {
        if (hinted.browser() == null) {
            return false;
        }
        return !ENGINES.contains(hinted.browser())
                || told.browser() == null
                || told.browser().equals("Chrome");
    }

    /** The hint, unless the User-Agent says the same more exactly: "Windows 7" for "Windows", "Ubuntu" for "Linux". */
    private static @Nullable String operatingSystem(@Nullable String hinted, @Nullable String told) {
        if (hinted == null || told == null) {
            return hinted == null ? told : hinted;
        }
        return told.startsWith(hinted) || hinted.equals("Linux") ? told : hinted;
    }
}
