package io.rollcall.benchmark;

import io.rollcall.GeneratedOrganization.Size;
import java.time.Duration;

/**
 * How large and how long.
 *
 * @param isQuick whether to leave out what only adds detail
 * @param small the size to which the full one is compared
 * @param postgres the full size on PostgreSQL
 * @param h2 the full size on H2
 * @param rounds how often contestants take turns
 * @param forks the same where every turn is a JVM of its own
 * @param calls how often a list is asked for in one round
 * @param round how long a round lasts that is measured by time
 * @param iteration how long an iteration of JMH lasts
 * @param live how long live lists are watched
 * @param lists how many live lists are open
 */
record Scale(
        boolean isQuick,
        Size small,
        Size postgres,
        Size h2,
        int rounds,
        int forks,
        int calls,
        Duration round,
        Duration iteration,
        Duration live,
        int[] lists) {

    private static final Size SMALL = new Size(100, 1_000, 1_000);
    private static final Size QUICK = new Size(1_000, 12_000, 12_000);

    static final Scale FULL_ONE = new Scale(
            false,
            SMALL,
            new Size(100_000, 1_000_000, 5_000_000),
            new Size(10_000, 100_000, 500_000),
            5,
            3,
            20,
            Duration.ofSeconds(3),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(30),
            new int[] {10, 100, 1_000});

    static final Scale QUICK_ONE = new Scale(
            true,
            SMALL,
            QUICK,
            QUICK,
            2,
            1,
            5,
            Duration.ofMillis(500),
            Duration.ofMillis(100),
            Duration.ofSeconds(3),
            new int[] {5, 20});

    Size full(Database.Kind kind) {
        return switch (kind) {
            case H2 -> h2;
            case POSTGRESQL -> postgres;
        };
    }
}
