package io.rollcall.benchmark;

import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a signed-in request costs apart from HTTP, on the database and with the number of sessions that {@link Jmh} says. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CheckAndTouch {

    private static String any(String[] texts) {
        return texts[ThreadLocalRandom.current().nextInt(texts.length)];
    }

    /** Rollcall with all sessions in memory. */
    @State(Scope.Benchmark)
    public static class Ours {

        Installation installation;
        SessionRegistry registry;
        String[] secrets;

        @Setup
        public void start() {
            installation = Installation.start(Jmh.Task.given().database());
            registry = installation.bean(SessionRegistry.class);
            secrets = installation.activeSessions(Jmh.Task.given().sessions()).stream()
                    .map(Secrets::of)
                    .toArray(String[]::new);
            if (secrets.length != Jmh.Task.given().sessions()) {
                throw new IllegalStateException("Only " + secrets.length + " sessions");
            }
            Arrays.stream(secrets).parallel().forEach(this::use);
        }

        Instant use(String secret) {
            if (registry.check(secret) instanceof Verdict.Valid(LiveSession session)) {
                registry.touch(session);
                return session.lastActiveAt();
            }
            throw new IllegalStateException("Refused");
        }

        @TearDown
        public void stop() {
            installation.close();
        }
    }

    /** Spring Session on the same database. */
    @State(Scope.Benchmark)
    public static class Peer {

        Installation installation;
        SpringSessionJdbc sessions;
        String[] ids;

        @Setup
        public void start() {
            var task = Jmh.Task.given();
            installation = Installation.start(task.database());
            sessions = SpringSessionJdbc.on(
                    installation.dataSource(), task.database().kind());
            ids = sessions.open(task.sessions()).toArray(String[]::new);
        }

        @TearDown
        public void stop() {
            installation.close();
        }
    }

    /** The least that can be done. */
    @State(Scope.Benchmark)
    public static class Limit {

        final ConcurrentHashMap<String, List<String>> map = new ConcurrentHashMap<>();
        String[] keys;

        @Setup
        public void fill() {
            keys = IntStream.range(0, Jmh.Task.given().sessions())
                    .mapToObj(i -> "key " + i)
                    .toArray(String[]::new);
            for (var key : keys) {
                map.put(key, List.of(key));
            }
        }
    }

    @Benchmark
    public Instant ours(Ours ours) {
        return ours.use(any(ours.secrets));
    }

    @Benchmark
    public Instant peer(Peer peer) {
        return peer.sessions.checkAndTouch(any(peer.ids));
    }

    @Benchmark
    public List<String> limit(Limit limit) {
        return limit.map.get(any(limit.keys));
    }
}
