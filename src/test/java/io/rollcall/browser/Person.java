package io.rollcall.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.rollcall.Patience;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person at one device: a browser profile that shares no cookie with any other, with one page open and more if
 * wanted. Opened by {@link People}, which also closes it.
 */
public final class Person {

    /** Whether Vaadin has started and no request of its is under way; a page without Vaadin is quiet at once. */
    static final String IS_QUIET = """
            () => {
                const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
                return !window.Vaadin || clients.length > 0 && clients.every(client => !client.isActive?.());
            }""";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    /** @param address of the program, to which paths are added */
    Person(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(Patience.LIMIT.toMillis());
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        page = context.newPage();
    }

    /** The page that this person has before them; Playwright's own means to click, read and wait apply. */
    public Page page() {
        return page;
    }

    /** For cookies, offline mode and permissions. */
    public BrowserContext context() {
        return context;
    }

    /** Another tab of the same browser, thus of the same session. */
    public Page newTab(String path) {
        var tab = context.newPage();
        tab.navigate(address + path);
        awaitQuiet(tab);
        return tab;
    }

    /** Goes to a page, by its path, and waits until it is drawn. */
    public void open(String path) {
        page.navigate(address + path);
        awaitQuiet(page);
    }

    /** Signs in on the login page and waits until that is left. */
    public void signIn(String email, String password) {
        fillIn(email, password);
        submit();
    }

    /** Sends what the login page's form would, and leaves it at that: many a test takes that for granted, and pages take their time. */
    void signInWithoutPage(String email, String password) {
        var form = FormData.create().set("username", email).set("password", password);
        context.request()
                .post(
                        address + "/login",
                        RequestOptions.create()
                                .setHeader("Origin", address)
                                .setForm(form)
                                .setMaxRedirects(0));
        if (!isSignedIn()) {
            throw new AssertionError(email + " could not sign in");
        }
    }

    /** As {@link #signIn}, with {@code Keep me signed in}. */
    public void signInAndStay(String email, String password) {
        fillIn(email, password);
        new LoginPage(page).keepMeSignedIn().check();
        submit();
    }

    /** Fills the login page's form in, and sends it without waiting for an answer: for a sign-in that shall fail. */
    public void trySignIn(String email, String password) {
        fillIn(email, password);
        new LoginPage(page).signIn().click();
    }

    /** Signs out by the menu, and waits for the login screen. */
    public void signOut() {
        AccountScreens.openAccountMenu(page);
        AccountScreens.menuItem(page, "Sign out").click();
        awaitLoginScreen(page);
    }

    /** The public ID of the session in which this person is signed in. */
    public String sessionId() {
        return session("id");
    }

    /** When that was made, was active last or expires: {@code createdAt}, {@code lastActiveAt}, {@code expiresAt}. */
    Instant sessionTime(String name) {
        return Instant.parse(session(name));
    }

    private String session(String name) {
        var answer = context.request().get(address + "/api/session");
        if (answer.status() != 200) {
            throw new AssertionError("Not signed in: " + answer.status());
        }
        return JsonMapper.shared().readTree(answer.text()).required(name).asString();
    }

    /** Whether this person's browser still holds a session that is worth something. */
    public boolean isSignedIn() {
        return context.request().get(address + "/api/session").status() == 200;
    }

    /**
     * Does what makes the page send a message of a kind, and keeps the server from hearing it.
     *
     * @return lets it hear
     */
    public Runnable keepUnheard(String kind, Runnable action) {
        var unheard = new ArrayList<Route>();
        var messages = Pattern.compile("v-r=uidl");
        page.route(messages, message -> {
            var told = message.request().postData();
            if (unheard.isEmpty() && told != null && told.contains(kind)) {
                unheard.add(message);
            } else {
                message.resume();
            }
        });
        action.run();
        page.waitForCondition(() -> !unheard.isEmpty());
        return () -> {
            page.unroute(messages);
            unheard.getFirst().resume();
        };
    }

    /** Waits until a page of this person, without anybody's doing, shows the login screen, and is drawn. */
    public void awaitLoginScreen(Page of) {
        of.waitForURL(url -> isAtLogin(url));
        of.getByText("Sign in").first().waitFor();
        awaitQuiet(of);
    }

    /** What went wrong inside this person's pages: errors on the console, exceptions, violations of the CSP. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** Saves the page as drawn, once it is quiet, as {@code target/screenshots/<name>.png}. */
    public Path screenshot(String name) {
        awaitQuiet(page);
        return saveScreenshot(name);
    }

    Path saveScreenshot(String name) {
        var file = SCREENSHOTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    private void fillIn(String email, String password) {
        if (!isAtLogin(page.url())) {
            open(LoginPage.PATH);
        }
        var login = new LoginPage(page);
        login.email().fill(email);
        login.password().fill(password);
    }

    private void submit() {
        new LoginPage(page).signIn().click();
        page.waitForURL(url -> !isAtLogin(url));
        awaitQuiet(page);
    }

    private boolean isAtLogin(String url) {
        return (URI.create(address).getPath() + LoginPage.PATH)
                .equals(URI.create(url).getPath());
    }

    /** Waits until the server has heard and answered all that this person did. */
    public void awaitQuiet() {
        awaitQuiet(page);
    }

    private static void awaitQuiet(Page page) {
        page.waitForFunction(IS_QUIET);
    }
}
