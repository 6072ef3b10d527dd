package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.benchmark.SqlCounter.Counts;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict.Valid;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** P1: what a signed-in request asks of the database, with many in flight. */
final class SqlPerRequest implements Benchmark {

    private static final int SESSIONS = 1_000;
    private static final int IN_FLIGHT = 256;
    private static final int OUR_REQUESTS = 100;
    private static final int PEERS_REQUESTS = 5;

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        for (var kind : Kind.values()) {
            var database = lab.filledDatabase(kind, new Size(100, SESSIONS, 0));
            try (var installation = Installation.start(database, SqlCounter.OnDataSource.class)) {
                results.add(result(kind, ours(installation), peer(installation, kind)));
                results.add(overHttp(kind, installation));
            }
        }
        return results;
    }

    /** From the first touch until the last one is in the database. */
    private static Counts ours(Installation installation) throws Exception {
        var registry = installation.bean(SessionRegistry.class);
        var secrets =
                installation.activeSessions(SESSIONS).stream().map(Secrets::of).toList();
        Consumer<String> request = secret -> {
            if (registry.check(secret) instanceof Valid(var session)) {
                registry.touch(session);
            } else {
                throw new IllegalStateException("Refused");
            }
        };
        var beforeFirst = Instant.now();
        secrets.forEach(request);
        awaitFlush(installation, beforeFirst);
        var counter = installation.bean(SqlCounter.class);
        var beforeAll = Instant.now();
        var before = counter.counts();
        inFlight(secrets, OUR_REQUESTS, request);
        // The statements with which this waits are counted too, which can only harm us.
        awaitFlush(installation, beforeAll);
        return counter.counts().since(before);
    }

    private static void awaitFlush(Installation installation, Instant since) {
        var written = "select count(*) from user_session where active and last_active_at >= ?";
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        installation.jdbc().queryForObject(written, Integer.class, Timestamp.from(since)) == SESSIONS);
    }

    private static Counts peer(Installation installation, Kind kind) throws Exception {
        var sessions = SpringSessionJdbc.on(installation.dataSource(), kind);
        var ids = sessions.open(SESSIONS);
        var counter = installation.bean(SqlCounter.class);
        var before = counter.counts();
        inFlight(ids, PEERS_REQUESTS, sessions::checkAndTouch);
        return counter.counts().since(before);
    }

    private static void inFlight(List<String> sessions, int each, Consumer<String> request) throws Exception {
        var threads = Thread.ofPlatform().name(SqlCounter.REQUEST, 0).factory();
        try (var pool = Executors.newFixedThreadPool(IN_FLIGHT, threads)) {
            var work = new ArrayList<Callable<Void>>();
            for (var i = 0; i < each; i++) {
                for (var session : sessions) {
                    work.add(() -> {
                        request.accept(session);
                        return null;
                    });
                }
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static Result result(Kind kind, Counts ours, Counts peer) {
        var ourRequests = SESSIONS * OUR_REQUESTS;
        var peersRequests = SESSIONS * PEERS_REQUESTS;
        assertThat(peer.inRequests()).isGreaterThanOrEqualTo(peersRequests);
        var ratio = ((double) peer.all() / peersRequests) / ((double) ours.all() / ourRequests);
        var floor = kind == Kind.H2 ? 1_000 : 50;
        var meetsGoal = ours.inRequests() == 0 && (kind == Kind.H2 || ratio >= 200);
        return new Result(
                "P1",
                "check and touch, %d in flight, %d requests of each session, %s"
                        .formatted(IN_FLIGHT, OUR_REQUESTS, kind),
                text(ours, ourRequests),
                text(peer, peersRequests),
                Figures.times(ratio),
                "%,d× fewer".formatted(floor),
                kind == Kind.H2 ? "none in requests" : "200× fewer",
                Verdict.of(ratio >= floor || kind == Kind.H2 && ours.inRequests() == 0, meetsGoal),
                "statements, commits, connections: ours %s, of the peer %s".formatted(ours, peer));
    }

    private static String text(Counts counts, int requests) {
        return "%s statements (%s in requests), %s commits, %s connections"
                .formatted(
                        each(counts.statements(), requests),
                        each(counts.inRequests(), requests),
                        each(counts.commits(), requests),
                        each(counts.connections(), requests));
    }

    private static String each(long count, int requests) {
        return Figures.text((double) count / requests);
    }

    /** The whole answer of {@code /api/session}, not only the check. */
    private static Result overHttp(Kind kind, Installation installation) throws Exception {
        var cookies = installation.activeSessions(SESSIONS).stream()
                .map(Secrets::of)
                .map(HttpLoad::rollcallCookie)
                .toList();
        var time = Duration.ofSeconds(3);
        var counter = installation.bean(SqlCounter.class);
        HttpLoad.perSecond(installation.port(), "/api/session", cookies, IN_FLIGHT, time);
        var before = counter.counts();
        var requests = (int)
                (HttpLoad.perSecond(installation.port(), "/api/session", cookies, IN_FLIGHT, time) * time.toSeconds());
        var counts = counter.counts().since(before);
        return new Result(
                "P1",
                "GET /api/session, %d in flight, %s".formatted(IN_FLIGHT, kind),
                text(counts, requests),
                Result.NONE,
                Result.NONE,
                Result.NONE,
                Result.NONE,
                Verdict.of(true, counts.statements() < requests / 100),
                "");
    }
}
