package io.rollcall.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a page asks its server for, and when, as the page itself notes it. */
public final class AskedRequests {

    private static final String NOTE = """
            const asked = (window.asked = []);
            const noting = (target, name) => {
                const original = target[name];
                target[name] = function (...given) {
                    asked.push(performance.now());
                    return original.apply(this, given);
                };
            };
            noting(window, 'fetch');
            noting(XMLHttpRequest.prototype, 'send');
            const Original = WebSocket;
            window.WebSocket = class extends Original {
                constructor(...given) {
                    asked.push(performance.now());
                    super(...given);
                }
            };""";

    private AskedRequests() {}

    /** Lets pages note them that are opened from now on. */
    public static void noteIn(BrowserContext browser) {
        browser.addInitScript(NOTE);
    }

    public static void forget(Page page) {
        page.evaluate("asked.length = 0");
    }

    /** The times of those since, in ms by the page's own clock. */
    public static List<Double> times(Page page) {
        return ((List<?>) page.evaluate("asked"))
                .stream().map(time -> ((Number) time).doubleValue()).toList();
    }
}
