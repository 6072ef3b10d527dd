package io.rollcall.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A window of Chromium, or of the machine's own Firefox, which is spoken to by WebDriver BiDi. */
record PlaywrightWindow(AutoCloseable browser, Page page) implements EngineWindow {

    private static final int NO_COOKIES = 2;

    static EngineWindow ofChromium(boolean keepsCookies) {
        var chromium = Chromium.launch();
        return new PlaywrightWindow(
                chromium,
                keepsCookies
                        ? chromium.browser().newContext().newPage()
                        : chromium.withoutCookies("").newPage());
    }

    static EngineWindow ofFirefox(boolean keepsCookies) {
        var executable = InstalledProgram.FIREFOX.require();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions()
                .setChannel("moz-firefox")
                .setExecutablePath(executable)
                .setHeadless(true);
        if (!keepsCookies) {
            options.setFirefoxUserPrefs(Map.of("network.cookie.cookieBehavior", NO_COOKIES));
        }
        return new PlaywrightWindow(
                playwright, playwright.firefox().launch(options).newContext().newPage());
    }

    @Override
    public void open(URI address) {
        page.navigate(address.toString());
    }

    @Override
    public void click(String selector) {
        page.locator(selector).click();
    }

    @Override
    public void type(String selector, String text) {
        page.locator(selector).pressSequentially(text);
    }

    @Override
    public Object ask(String function) {
        try {
            return page.evaluate(function);
        } catch (PlaywrightException e) {
            if (!e.getMessage().contains("context was destroyed")) {
                throw e;
            }
            page.waitForLoadState(); // it was just on its way to another page
            return page.evaluate(function);
        }
    }

    @Override
    public void screenshot(Path png) {
        page.screenshot(new Page.ScreenshotOptions().setPath(png));
    }

    @Override
    public void close() {
        try {
            browser.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
