package io.rollcall.benchmark;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.browser.Chromium;
import io.rollcall.browser.RollcallServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** P14: what a page that is open in a browser takes of the server's heap, and how much it was sent to show its list. */
final class HeapPerPage implements Benchmark {

    private static final int PAGES = 10;

    /** There is nothing at this address but the frame around a word or two. */
    private static final String EMPTY = "/nothing";

    private static final List<String> SCREENS = List.of(
            "/settings/active-sessions", "/settings/session-history", "/settings/my-sessions", "/settings/users", "/");

    /** Bytes of heap for each page beyond the first, and bytes of what the first was told, uncompressed. */
    private record Cost(double heap, long told) {}

    @Override
    public String id() {
        return "P14";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        try (var server = DemoServer.start();
                var chromium = Chromium.launch();
                var browser = chromium.browser().newContext()) {
            DemoServer.carry(browser, server, DemoServer.signIn(server));
            cost(browser, server, EMPTY); // the first is dear
            var empty = cost(browser, server, EMPTY);
            for (var screen : SCREENS) {
                results.add(result(screen, cost(browser, server, screen), empty));
            }
        }
        return results;
    }

    private static Cost cost(BrowserContext browser, RollcallServer server, String path) throws IOException {
        var address = server.url(path).toString();
        var told = new LongAdder();
        var pages = new ArrayList<Page>();
        pages.add(open(browser, address, told));
        var one = HeapInUse.of(server.pid());
        for (var i = 0; i < PAGES; i++) {
            pages.add(open(browser, address, new LongAdder()));
        }
        var many = HeapInUse.of(server.pid());
        pages.forEach(Page::close);
        return new Cost((many - one) / (double) PAGES, told.sum());
    }

    private static Page open(BrowserContext browser, String address, LongAdder told) {
        var page = browser.newPage();
        var answers = new ArrayList<Response>();
        page.onResponse(answers::add);
        page.navigate(address);
        page.locator("h1").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        answers.stream()
                .filter(answer ->
                        answer.url().contains("v-r=uidl") || answer.url().contains("v-r=init"))
                .forEach(answer -> told.add(answer.body().length));
        return page;
    }

    private static Result result(String screen, Cost cost, Cost empty) {
        return new Result(
                "P14",
                "an open page of " + screen,
                "%,.0f kB of heap, told %,.1f kB".formatted(cost.heap / 1e3, cost.told / 1e3),
                "the frame alone: %,.0f kB, told %,.1f kB".formatted(empty.heap / 1e3, empty.told / 1e3),
                Figures.times(cost.heap / empty.heap),
                "≤ 250 kB; ≤ 60 kB",
                "≤ 120 kB; ≤ 25 kB",
                Verdict.of(cost.heap <= 250_000 && cost.told <= 60_000, cost.heap <= 120_000 && cost.told <= 25_000),
                "");
    }
}
