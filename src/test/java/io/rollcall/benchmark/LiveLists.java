package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.rollcall.AskedSql;
import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict.Valid;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * P11: what open live lists cost while people are active and sign in. The lists are open over HTTP and WebSockets in this same
 * JVM, so its CPU time includes that of their readers.
 */
final class LiveLists implements Benchmark {

    private static final int SESSIONS = 1_000;
    private static final int TOUCHES = 50;

    @Override
    public String id() {
        return "P11";
    }

    /** In a second, with so many lists open; bytes are those of one list. */
    private record Cost(int lists, double statements, double cpu, double bytes) {

        String text() {
            return "%s statements/s, %s CPU s/s, %,.0f B/s to each"
                    .formatted(Figures.text(statements), Figures.text(cpu), bytes);
        }
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var database = lab.filledDatabase(Kind.POSTGRESQL, new Size(100, SESSIONS, 0));
        var duration = lab.scale().live();
        var costs = new ArrayList<Cost>();
        double page;
        try (var installation = Installation.start(database, AskedSql.OnDataSource.class)) {
            page = bytesOfChangedPage(installation);
            for (var lists : lab.scale().lists()) {
                costs.add(measure(installation, lists, duration, () -> {}));
            }
        }
        try (var installation = Installation.start(database, AskedSql.OnDataSource.class, ListsReadAnew.class)) {
            var readAnew = installation.bean(ListsReadAnew.class);
            var peer = measure(installation, lab.scale().lists()[0], duration, readAnew::afterChange);
            return costs.stream()
                    .map(cost -> result(cost, costs.getFirst(), peer, page))
                    .toList();
        }
    }

    private static Cost measure(Installation installation, int lists, Duration duration, Runnable afterChange)
            throws Exception {
        var http = HttpClient.newHttpClient();
        var pages = new ArrayList<LivePage>();
        try {
            for (var i = 0; i < lists; i++) {
                pages.add(page(installation, http));
            }
            settle(pages);
            var counter = installation.bean(AskedSql.class);
            var before = counter.counts();
            var cpu = cpu();
            var pushed = pushed(pages);
            work(installation, duration, afterChange);
            var seconds = duration.toMillis() / 1e3;
            return new Cost(
                    lists,
                    counter.counts().since(before).statements() / seconds,
                    (cpu() - cpu) / seconds,
                    (pushed(pages) - pushed) / seconds / lists);
        } finally {
            pages.forEach(LivePage::close);
            http.shutdownNow();
        }
    }

    private static LivePage page(Installation installation, HttpClient http) throws Exception {
        var cookie = HttpLoad.rollcallCookie(Secrets.of(installation.administratorsSession()));
        return new LivePage(http, installation.port(), cookie);
    }

    /** What a list gets when all its rows have changed. */
    private static double bytesOfChangedPage(Installation installation) throws Exception {
        var http = HttpClient.newHttpClient();
        try (var page = page(installation, http)) {
            settle(List.of(page));
            var before = page.pushed();
            var registry = installation.bean(SessionRegistry.class);
            installation.activeSessions(2 * SESSIONS).forEach(session -> use(registry, session));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(page.pushed()).isGreaterThan(before));
            settle(List.of(page));
            return page.pushed() - before;
        } finally {
            http.shutdownNow();
        }
    }

    /** Waits until nothing has come for longer than between two looks at what has changed. */
    private static void settle(List<LivePage> pages) {
        var last = new AtomicLong(-1);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    var now = pushed(pages);
                    return last.getAndSet(now) == now;
                });
    }

    /** Every second so many touches of any sessions, and a sign-in. */
    private static void work(Installation installation, Duration duration, Runnable afterChange)
            throws InterruptedException {
        var registry = installation.bean(SessionRegistry.class);
        var sessions = installation.activeSessions(SESSIONS);
        var random = new Random(SESSIONS);
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleAtFixedRate(
                    () -> {
                        use(registry, sessions.get(random.nextInt(sessions.size())));
                        afterChange.run();
                    },
                    0,
                    1_000_000 / TOUCHES,
                    TimeUnit.MICROSECONDS);
            clock.scheduleAtFixedRate(
                    () -> {
                        signIn(installation);
                        afterChange.run();
                    },
                    0,
                    1,
                    TimeUnit.SECONDS);
            clock.schedule(clock::shutdownNow, duration.toMillis(), TimeUnit.MILLISECONDS);
            clock.awaitTermination(duration.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        }
    }

    private static void use(SessionRegistry registry, SessionId id) {
        if (registry.stateOf(id) instanceof Valid(var session)) {
            registry.touch(session);
        }
    }

    private static void signIn(Installation installation) {
        var user = installation.jdbc().queryForObject("select min(id) from app_user where enabled", Long.class);
        assertThat(installation.bean(SessionRegistry.class).open(new UserId(user), false, Origin.UNKNOWN))
                .isPresent();
    }

    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static long pushed(List<LivePage> pages) {
        return pages.stream().mapToLong(LivePage::pushed).sum();
    }

    private static Result result(Cost cost, Cost fewest, Cost peer, double page) {
        var growth = cost.statements / fewest.statements;
        var row = page / Lists.PAGE;
        // A row is on the page with the chance of the page's part of the list; a sign-in's always is.
        var changedRows = 1 + (double) TOUCHES * Lists.PAGE / SESSIONS;
        return new Result(
                "P11",
                "%,d open live lists, %d touches/s and 1 sign-in/s".formatted(cost.lists, TOUCHES),
                cost.text(),
                "%,d lists, all read anew on each change: %s".formatted(peer.lists, peer.text()),
                Figures.times(growth),
                "statements as with %d lists (≤ 1.5×)".formatted(fewest.lists),
                "bytes of changed rows only (≤ %,.0f B/s)".formatted(2 * changedRows * row),
                Verdict.of(growth <= 1.5, cost.bytes <= 2 * changedRows * row),
                "");
    }
}
