package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.AskedSql;
import io.rollcall.AskedSql.Counts;
import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict.Valid;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** P1: what a signed-in request asks of the database, with many in flight. */
final class SqlPerRequest implements Benchmark {

    private static final int SESSIONS = 1_000;
    private static final int IN_FLIGHT = 256;

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        for (var kind : Kind.values()) {
            var database = lab.filledDatabase(kind, new Size(100, SESSIONS, 0));
            try (var installation = Installation.start(database, AskedSql.OnDataSource.class)) {
                var time = lab.scale().round();
                results.add(result(kind, time, ours(installation, time), peer(installation, kind, time)));
                results.add(overHttp(kind, installation, time));
            }
        }
        return results;
    }

    /** What so many requests cost. */
    private record Cost(long requests, Counts counts) {

        String text() {
            return "%s statements (%s in requests), %s commits, %s connections"
                    .formatted(
                            each(counts.statements()),
                            each(counts.inRequests()),
                            each(counts.commits()),
                            each(counts.connections()));
        }

        private String each(long count) {
            return Figures.text((double) count / requests);
        }

        double all() {
            return (double) counts.all() / requests;
        }
    }

    /** From the first touch until the last one is in the database. */
    private static Cost ours(Installation installation, Duration time) throws Exception {
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
        var beforeFirst = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        secrets.forEach(request);
        awaitFlush(installation, beforeFirst);
        var counter = installation.bean(AskedSql.class);
        var beforeAll = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var before = counter.counts();
        var requests = inFlight(secrets, time, request);
        // The statements with which this waits are counted too, which can only harm us.
        awaitFlush(installation, beforeAll);
        return new Cost(requests, counter.counts().since(before));
    }

    private static void awaitFlush(Installation installation, Instant since) {
        var written = "select count(*) from user_session where active and last_active_at >= ?";
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        installation.jdbc().queryForObject(written, Integer.class, Timestamp.from(since)) == SESSIONS);
    }

    private static Cost peer(Installation installation, Kind kind, Duration time) throws Exception {
        var sessions = SpringSessionJdbc.on(installation.dataSource(), kind);
        var ids = sessions.open(SESSIONS);
        var counter = installation.bean(AskedSql.class);
        var before = counter.counts();
        var requests = inFlight(ids, time, sessions::checkAndTouch);
        var counts = counter.counts().since(before);
        assertThat(counts.inRequests()).isGreaterThanOrEqualTo(requests);
        return new Cost(requests, counts);
    }

    /** Lets so many threads make requests one after the other, and answers with how many that were. */
    private static long inFlight(List<String> sessions, Duration time, Consumer<String> request) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        Callable<Long> requests = () -> {
            var count = 0L;
            while (System.nanoTime() < end) {
                request.accept(sessions.get(ThreadLocalRandom.current().nextInt(sessions.size())));
                count++;
            }
            return count;
        };
        var threads = Thread.ofPlatform().name(AskedSql.REQUEST, 0).factory();
        try (var pool = Executors.newFixedThreadPool(IN_FLIGHT, threads)) {
            var all = 0L;
            for (var count : pool.invokeAll(Collections.nCopies(IN_FLIGHT, requests))) {
                all += count.get();
            }
            return all;
        }
    }

    private static Result result(Kind kind, Duration time, Cost ours, Cost peer) {
        var ratio = peer.all() / ours.all();
        var floor = kind == Kind.H2 ? 1_000 : 50;
        var meetsGoal = ours.counts.inRequests() == 0 && (kind == Kind.H2 || ratio >= 200);
        return new Result(
                "P1",
                "check and touch, %d in flight for %d ms, %s".formatted(IN_FLIGHT, time.toMillis(), kind),
                ours.text(),
                peer.text(),
                Figures.times(ratio),
                "%,d× fewer".formatted(floor),
                kind == Kind.H2 ? "none in requests" : "200× fewer",
                Verdict.of(ratio >= floor, meetsGoal),
                "ours %s, of the peer %s".formatted(ours, peer));
    }

    /** The whole answer of {@code /api/session}, not only the check. */
    private static Result overHttp(Kind kind, Installation installation, Duration time) throws Exception {
        var cookies = installation.activeSessions(SESSIONS).stream()
                .map(Secrets::of)
                .map(HttpLoad::rollcallCookie)
                .toList();
        var counter = installation.bean(AskedSql.class);
        HttpLoad.eachOnce(installation.port(), "/api/session", cookies);
        var before = counter.counts();
        var requests = (long) (HttpLoad.perSecond(installation.port(), "/api/session", cookies, IN_FLIGHT, time)
                * time.toMillis()
                / 1e3);
        var cost = new Cost(requests, counter.counts().since(before));
        return new Result(
                "P1",
                "GET /api/session, %d in flight for %d ms, %s".formatted(IN_FLIGHT, time.toMillis(), kind),
                cost.text(),
                Result.NONE,
                Result.NONE,
                Result.NONE,
                Result.NONE,
                Verdict.of(true, cost.counts.statements() < requests / 100),
                "");
    }
}
