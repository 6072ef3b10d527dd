package io.rollcall.benchmark;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.browser.Chromium;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * P13: what Active Sessions weighs in a browser that has never been there, and in one that has; and by a slow line, how long after the
 * first byte that page and the one to sign in on show something.
 */
final class PageWeight implements Benchmark {

    private static final String PATH = "/settings/active-sessions";
    private static final String DOOR = "/login";

    /** Of the slow line: bytes a second each way, and ms before anything comes. */
    private static final int BYTES_PER_SECOND = 50_000;

    private static final int LATENCY_MS = 400;

    /** Bytes that came, and after how many milliseconds something was to be seen, and the sessions. */
    private record Visit(double bytes, double paint, double rows) {}

    @Override
    public String id() {
        return "P13";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var installation = lab.shared(Kind.H2, lab.scale().small()).installation();
        var address = "http://localhost:" + installation.port();
        var cold = new ArrayList<Visit>();
        var warm = new ArrayList<Visit>();
        var slow = new LinkedHashMap<String, List<Double>>();
        try (var chromium = Chromium.launch()) {
            for (var round = 0; round < lab.scale().rounds(); round++) {
                try (var browser = chromium.browser().newContext()) {
                    signIn(browser, installation);
                    cold.add(visit(browser, address + PATH));
                    warm.add(visit(browser, address + PATH));
                }
                try (var stranger = chromium.browser().newContext();
                        var browser = chromium.browser().newContext()) {
                    signIn(browser, installation);
                    slow.computeIfAbsent("the sign-in page, cold", line -> new ArrayList<>())
                            .add(paintBySlowLine(stranger, address + DOOR));
                    slow.computeIfAbsent("Active Sessions, cold", line -> new ArrayList<>())
                            .add(paintBySlowLine(browser, address + PATH));
                    slow.computeIfAbsent("Active Sessions, warm", line -> new ArrayList<>())
                            .add(paintBySlowLine(browser, address + PATH));
                }
            }
        }
        var results = new ArrayList<Result>();
        results.add(result("cold", cold, 1_000_000, 500_000, "≤ 1 MB", "≤ 500 kB"));
        results.add(result("warm", warm, 1_000_000, 10_000, Result.NONE, "≤ 10 kB"));
        slow.forEach((page, paints) -> results.add(slowResult(page, Figures.of(paints, paint -> paint))));
        return results;
    }

    static void signIn(BrowserContext browser, Installation installation) {
        var secret = Secrets.of(installation.administratorsSession());
        browser.addCookies(List.of(new Cookie("rollcall", secret)
                .setUrl("https://localhost:" + installation.port())
                .setSecure(true)
                .setHttpOnly(true)));
    }

    private static Result slowResult(String page, Figures paint) {
        return new Result(
                "P13",
                "%s, at %d kB/s and %d ms".formatted(page, BYTES_PER_SECOND / 1000, LATENCY_MS),
                "first paint %,.0f ms after the first byte".formatted(paint.median()),
                Result.NONE,
                Result.NONE,
                "≤ 1 s",
                "≤ 1 s",
                Verdict.of(paint.median() <= 1_000, paint.median() <= 1_000),
                paint.spread("ms"));
    }

    /** How many ms after the first byte of the page something was to be seen. */
    private static double paintBySlowLine(BrowserContext browser, String address) {
        try (var page = browser.newPage()) {
            var line = new JsonObject();
            line.addProperty("offline", false);
            line.addProperty("latency", LATENCY_MS);
            line.addProperty("downloadThroughput", BYTES_PER_SECOND);
            line.addProperty("uploadThroughput", BYTES_PER_SECOND);
            browser.newCDPSession(page).send("Network.emulateNetworkConditions", line);
            page.navigate(address, new Page.NavigateOptions().setTimeout(120_000));
            page.locator("h1").first().waitFor(new Locator.WaitForOptions().setTimeout(120_000));
            return number(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"
                    + " - performance.getEntriesByType('navigation')[0].responseStart"));
        }
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
