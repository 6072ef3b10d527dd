package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.json.JsonMapper;

/** P4: requests per second, compared to a server that checks no session and to one with Spring Session JDBC. */
final class RequestsPerSecond implements Benchmark {

    private static final int SESSIONS = 1_000;
    private static final int CONNECTIONS = 32;
    /** Into how many turns a round is cut: so what slows the machine for a second slows all of them. */
    private static final int TURNS = 10;
    /** How many times as long as the measuring. */
    private static final int WARM_UP = 3;

    private static final String OURS = "/api/session";

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        for (var kind : Kind.values()) {
            var database = lab.filledDatabase(kind, new Size(100, SESSIONS, 0));
            try (var installation = Installation.start(database, ComparedEndpoints.class)) {
                results.addAll(measure(installation, kind, lab.scale()));
            }
        }
        return results;
    }

    private static List<Result> measure(Installation installation, Kind kind, Scale scale) throws Exception {
        var cookies = new LinkedHashMap<String, List<String>>();
        var secrets =
                installation.activeSessions(SESSIONS).stream().map(Secrets::of).toList();
        cookies.put(OURS, secrets.stream().map(HttpLoad::rollcallCookie).toList());
        // In the middle, since it writes: what it leaves behind slows the one after it, which is now the one and now
        // the other.
        cookies.put(
                ComparedEndpoints.JDBC,
                installation.bean(SpringSessionJdbc.class).open(SESSIONS).stream()
                        .map(id -> "SESSION=" + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)))
                        .toList());
        // As long as ours, and nobody reads it.
        cookies.put(
                ComparedEndpoints.UNCHECKED,
                secrets.stream().map(secret -> "__Host-nothings=" + secret).toList());
        requireSameAnswers(installation, cookies);
        HttpLoad.eachOnce(installation.port(), OURS, cookies.get(OURS));
        var turn = scale.round().dividedBy(TURNS);
        var contestants = new LinkedHashMap<String, Callable<Double>>();
        cookies.forEach((path, own) ->
                contestants.put(path, () -> HttpLoad.perSecond(installation.port(), path, own, CONNECTIONS, turn)));
        if (!scale.isQuick()) {
            Figures.inTurn(WARM_UP * TURNS * scale.rounds(), contestants); // compiles what all of them run
        }
        return results(kind, Figures.interleaved(TURNS * scale.rounds(), contestants));
    }

    private static void requireSameAnswers(Installation installation, Map<String, List<String>> cookies)
            throws Exception {
        var ours = get(installation, OURS, cookies.get(OURS).getFirst());
        ComparedEndpoints.answer(
                installation, JsonMapper.shared().readValue(ours.body(), ComparedEndpoints.Answer.class));
        for (var path : List.of(ComparedEndpoints.UNCHECKED, ComparedEndpoints.JDBC)) {
            var other = get(installation, path, cookies.get(path).getFirst());
            assertThat(other.body()).as(path).isEqualTo(ours.body());
            assertThat(other.headers().map().keySet())
                    .as(path)
                    .containsExactlyInAnyOrderElementsOf(ours.headers().map().keySet());
        }
        for (var path : List.of(OURS, ComparedEndpoints.JDBC)) {
            assertThat(get(installation, path, "none=1").statusCode()).as(path).isEqualTo(401);
        }
    }

    private static HttpResponse<String> get(Installation installation, String path, String cookie)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + installation.port() + path))
                .header("Cookie", cookie)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static List<Result> results(Kind kind, Map<String, Figures> perSecond) {
        var ours = perSecond.get(OURS);
        var unchecked = perSecond.get(ComparedEndpoints.UNCHECKED);
        var jdbc = perSecond.get(ComparedEndpoints.JDBC);
        var toUnchecked = ours.median() / unchecked.median();
        var toJdbc = ours.median() / jdbc.median();
        return List.of(
                new Result(
                        "P4",
                        "GET /api/session, %d connections, %s".formatted(CONNECTIONS, kind),
                        text(ours),
                        "no check: " + text(unchecked),
                        Figures.times(toUnchecked),
                        "0.90×",
                        "0.97×",
                        Verdict.of(toUnchecked >= 0.9, toUnchecked >= 0.97),
                        "%s, no check %s".formatted(ours.spread("/s"), unchecked.spread("/s"))),
                new Result(
                        "P4",
                        "GET /api/session, %d connections, %s".formatted(CONNECTIONS, kind),
                        text(ours),
                        "Spring Session JDBC: " + text(jdbc),
                        Figures.times(toJdbc),
                        Result.NONE,
                        "5×",
                        Verdict.of(true, toJdbc >= 5),
                        "Spring Session JDBC " + jdbc.spread("/s")));
    }

    private static String text(Figures perSecond) {
        return "%,.0f/s".formatted(perSecond.median());
    }
}
