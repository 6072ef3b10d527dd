package io.rollcall.benchmark;

import static org.awaitility.Awaitility.await;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.browser.FasterStart;
import io.rollcall.browser.RollcallServer;
import io.rollcall.browser.ServerConfiguration;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** P12: from the command to the first answered {@code /login}, for the layouts in which the program can be deployed. */
final class Starting implements Benchmark {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What is started and with what. */
    private record Layout(String name, Path jar, List<String> options) {}

    @Override
    public String id() {
        return "P12";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var all = layouts();
        var layouts = lab.scale().isQuick() ? List.of(all.getLast()) : all;
        var many = lab.shared(Kind.POSTGRESQL, lab.scale().postgres());
        var starts = new LinkedHashMap<String, Callable<Double>>();
        for (var layout : layouts) {
            starts.put(layout.name + ", fresh database", () -> start(layout, List.of()));
        }
        var sessions = "%,d active sessions".formatted(many.size().active());
        for (var layout : layouts) {
            starts.put(
                    layout.name + ", " + sessions,
                    () -> start(layout, many.database().settings()));
        }
        var results = new ArrayList<Result>();
        Figures.inTurn(lab.scale().forks(), starts)
                .forEach((work, seconds) -> results.add(result(work, seconds, work.endsWith(sessions) ? 2 : 1)));
        return results;
    }

    private static Result result(String work, Figures seconds, int size) {
        var floor = size == 1 ? 10 : 20;
        var goal = size == 1 ? 3 : 8;
        return new Result(
                "P12",
                "start until /login answers: " + work,
                Figures.text(seconds.median()) + " s",
                Result.NONE,
                Result.NONE,
                "≤ %d s".formatted(floor),
                "≤ %d s".formatted(goal),
                Verdict.of(seconds.median() <= floor, seconds.median() <= goal),
                seconds.spread("s"));
    }

    /** The jar as it is built; its parts side by side; these with what a start before has learned of its classes. */
    private static List<Layout> layouts() throws IOException {
        var built = new Layout("jar", ServerConfiguration.programJar(), List.of());
        if (!FasterStart.isPossible()) {
            return List.of(built);
        }
        var faster = FasterStart.get();
        return List.of(
                built,
                new Layout("extracted jar", faster.jar(), List.of()),
                new Layout("extracted jar with AOT cache", faster.jar(), faster.options()));
    }

    /** In seconds. */
    private static double start(Layout layout, List<String> arguments) {
        var configuration = RollcallServer.configure().jar(layout.jar);
        layout.options.forEach(configuration::jvm);
        arguments.forEach(configuration::argument);
        var start = System.nanoTime();
        try (var server = configuration.launch()) {
            await().pollInterval(10, TimeUnit.MILLISECONDS)
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> answers(server));
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static boolean answers(RollcallServer server) throws InterruptedException {
        try {
            var login = HttpRequest.newBuilder(server.url("/login"))
                    .header("Accept", "text/html")
                    .build();
            return HTTP.send(login, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }
}
