package io.rollcall.benchmark;

import com.microsoft.playwright.Page;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.browser.AskedRequests;
import io.rollcall.browser.Chromium;
import io.rollcall.browser.RollcallServer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A2: what an open page asks of a server that is away, in a browser; and when many open pages are live again after it is back, as far as
 * the server can tell: these do what the browser's code does ({@code connection.js}), spread as it spreads them.
 */
final class Restarts implements Benchmark {

    private static final String LIST = "/settings/active-sessions";
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final int AGAIN_MS = 2500;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String id() {
        return "A2";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var pages = lab.scale().isQuick() ? 20 : 200;
        try (var server = DemoServer.start();
                var chromium = Chromium.launch()) {
            var cookie = DemoServer.signIn(server);
            var rates = new ArrayList<Double>();
            var returns = new ArrayList<Double>();
            for (var round = 0; round < lab.scale().rounds(); round++) {
                measure(server, chromium, cookie, pages, rates, returns);
            }
            return List.of(asked(Figures.of(rates, rate -> rate)), back(pages, Figures.of(returns, took -> took)));
        }
    }

    private void measure(
            RollcallServer server,
            Chromium chromium,
            String cookie,
            int pages,
            List<Double> rates,
            List<Double> returns)
            throws Exception {
        var port = server.url("").getPort();
        try (var context = chromium.browser().newContext();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AskedRequests.noteIn(context);
            DemoServer.carry(context, server, cookie);
            var seen = context.newPage();
            seen.navigate(server.url(LIST).toString());
            seen.locator("vaadin-grid").getByText("...").first().waitFor();
            var open = new ArrayList<LivePage>();
            for (var i = 0; i < pages; i++) {
                open.add(new LivePage(http, port, HttpLoad.rollcallCookie(cookie)));
            }

            server.kill9();
            seen.waitForSelector("html[away]");
            rates.add(rate(seen));
            var live = new ArrayList<Future<Long>>();
            for (var page : open) {
                live.add(threads.submit(comesBack(page, port, cookie)));
            }
            server.restart();
            var start = System.nanoTime();
            for (var page : live) {
                returns.add((page.get() - start) / 1e9);
            }
        }
    }

    /** In a second of those in which the server is away. */
    private static double rate(Page page) {
        AskedRequests.forget(page);
        var start = System.nanoTime();
        page.waitForTimeout(AWAY.toMillis());
        return AskedRequests.times(page).size() * 1e9 / (System.nanoTime() - start);
    }

    /** When it is live again, by {@link System#nanoTime}. */
    private Callable<Long> comesBack(LivePage page, int port, String cookie) {
        return () -> {
            page.close();
            do {
                Thread.sleep((long)
                        (AGAIN_MS * (0.8 + 0.4 * ThreadLocalRandom.current().nextDouble())));
            } while (!page.isForgotten());
            new LivePage(http, port, HttpLoad.rollcallCookie(cookie)).close();
            return System.nanoTime();
        };
    }

    private static Result asked(Figures rate) {
        return new Result(
                "A2",
                "requests of an open page while its server is away",
                Figures.text(rate.median()) + "/s",
                Result.NONE,
                Result.NONE,
                "≤ 1/s",
                "≤ 0.5/s",
                Verdict.of(rate.median() <= 1, rate.median() <= 0.5),
                rate.spread("/s"));
    }

    private static Result back(int pages, Figures took) {
        return new Result(
                "A2",
                "until %d open pages are live again after its return".formatted(pages),
                "the last after %s s, half of them after %s s"
                        .formatted(Figures.text(took.max()), Figures.text(took.median())),
                Result.NONE,
                Result.NONE,
                "≤ 15 s",
                "≤ 5 s",
                Verdict.of(took.max() <= 15, took.max() <= 5),
                took.spread("s"));
    }
}
