package io.rollcall.session;

import io.rollcall.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.ContextConfiguration;

/** The tests of sessions again, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresIT {

    @Nested
    class Registry extends SessionRegistryTests {}

    @Nested
    class Ends extends SessionEnderTests {}

    @Nested
    class Races extends SessionRaceTests {}

    @Nested
    class Sweeping extends SweeperTests {}

    @Nested
    class Mirror extends SessionMirrorTests {}

    @Nested
    class Interleavings extends SessionInterleavingTests {}

    @Nested
    class Writing extends TouchWriterTests {}

    @Nested
    class Batches extends TouchBatchesTests {}

    @Nested
    class SetBack extends ClockSetBackTests {}

    @Nested
    class Times extends StoredTimesTests {}

    @Nested
    class Cost extends SqlCostTests {}
}
