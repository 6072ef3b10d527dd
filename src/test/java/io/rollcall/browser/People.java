package io.rollcall.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.function.SingletonSupplier;

/**
 * Gives a test people with browsers, and closes these after it; of a failed test each person's page is saved under
 * {@code target/screenshots}.
 *
 * <pre>{@code
 * @RegisterExtension
 * final People people = new People();
 *
 * var owner = people.arriveAt(server);
 * owner.signIn("owner@example.com", "rollcall-demo");
 * }</pre>
 */
public final class People implements AfterEachCallback {

    /** One for all tests of the process, with which it ends. */
    private static final Supplier<Chromium> CHROMIUM = SingletonSupplier.of(Chromium::launch);

    private final List<Person> present = new ArrayList<>();
    private final Set<RollcallServer> visited = new LinkedHashSet<>();

    /** A person at a fresh browser on a desktop, who speaks British English and has not been here before. */
    public Person arriveAt(RollcallServer server) {
        return arriveAt(server, options -> {});
    }

    /** As {@link #arriveAt(RollcallServer)}, with another screen, language, user agent, colour scheme, … */
    public Person arriveAt(RollcallServer server, Consumer<NewContextOptions> browser) {
        visited.add(server);
        return arriveAt(server.url("").toString(), browser);
    }

    /** One of the example organisation's, whose browser has signed in and has no page open yet. */
    public Person signedIn(RollcallServer server, String email) {
        var person = arriveAt(server);
        person.signInWithoutPage(email, Office.PASSWORD);
        return person;
    }

    /** The same at any address of a server, such as that of a proxy before it; without a slash at its end. */
    public Person arriveAt(String address, Consumer<NewContextOptions> browser) {
        var options =
                new NewContextOptions().setBaseURL(address).setLocale("en-GB").setViewportSize(1440, 900);
        browser.accept(options);
        var person = new Person(CHROMIUM.get().browser().newContext(options), address);
        present.add(person);
        return person;
    }

    /** A person whose browser keeps no cookie. */
    Person arriveWithoutCookiesAt(RollcallServer server) {
        var address = server.url("").toString();
        var person = new Person(CHROMIUM.get().withoutCookies(address), address);
        present.add(person);
        visited.add(server);
        return person;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            saveScreenshots(context);
        }
        present.stream().map(Person::context).forEach(BrowserContext::close);
        present.clear();
        var servers = List.copyOf(visited);
        visited.clear();
        servers.forEach(RollcallServer::requireQuiet);
    }

    private void saveScreenshots(ExtensionContext context) {
        var test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        for (var i = 0; i < present.size(); i++) {
            try {
                present.get(i).saveScreenshot(test + "-" + (i + 1));
            } catch (PlaywrightException e) {
                context.publishReportEntry("no screenshot", e.getMessage());
            }
        }
    }
}
