package io.rollcall.benchmark;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.browser.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** P13: what Active Sessions weighs in a browser that has never been there, and in one that has. */
final class PageWeight implements Benchmark {

    private static final String PATH = "/settings/active-sessions";

    /** Bytes that came, and after how many milliseconds something was to be seen, and the sessions. */
    private record Visit(double bytes, double paint, double rows) {}

    @Override
    public String id() {
        return "P13";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var installation = lab.shared(Kind.H2, lab.scale().small()).installation();
        var owner = installation.administratorsSession();
        var address = "http://localhost:" + installation.port();
        var cold = new ArrayList<Visit>();
        var warm = new ArrayList<Visit>();
        try (var chromium = Chromium.launch()) {
            for (var round = 0; round < lab.scale().rounds(); round++) {
                try (var browser = chromium.browser().newContext()) {
                    browser.addCookies(List.of(new Cookie("rollcall", Secrets.of(owner))
                            .setUrl(address.replace("http:", "https:"))
                            .setSecure(true)
                            .setHttpOnly(true)));
                    cold.add(visit(browser, address + PATH));
                    warm.add(visit(browser, address + PATH));
                }
            }
        }
        return List.of(
                result("cold", cold, 1_000_000, 500_000, "≤ 1 MB", "≤ 500 kB"),
                result("warm", warm, 1_000_000, 10_000, Result.NONE, "≤ 10 kB"));
    }

    private static Result result(
            String state, List<Visit> visits, int floor, int goal, String floorText, String goalText) {
        var bytes = Figures.of(visits, Visit::bytes);
        var paint = Figures.of(visits, Visit::paint);
        var rows = Figures.of(visits, Visit::rows);
        return new Result(
                "P13",
                "Active Sessions in Chromium, " + state,
                "%,.1f kB, first paint %,.0f ms, rows %,.0f ms"
                        .formatted(bytes.median() / 1e3, paint.median(), rows.median()),
                Result.NONE,
                Result.NONE,
                floorText,
                goalText,
                Verdict.of(bytes.median() <= floor, bytes.median() <= goal),
                "%s, first paint %s, rows %s".formatted(bytes.spread("B"), paint.spread("ms"), rows.spread("ms")));
    }

    private static Visit visit(BrowserContext browser, String address) {
        var bytes = new LongAdder();
        try (var page = browser.newPage()) {
            var protocol = browser.newCDPSession(page);
            protocol.on(
                    "Network.loadingFinished",
                    event -> bytes.add(event.get("encodedDataLength").getAsLong()));
            protocol.on("Network.webSocketFrameReceived", event -> bytes.add(length(event)));
            protocol.send("Network.enable");
            page.navigate(address);
            var row = page.locator("vaadin-grid").getByText("...");
            row.first().waitFor();
            var rows = number(page.evaluate("performance.now()"));
            page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length");
            var paint = number(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return new Visit(bytes.sum(), paint, rows);
        }
    }

    private static long length(JsonObject event) {
        return event.getAsJsonObject("response")
                .get("payloadData")
                .getAsString()
                .length();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
