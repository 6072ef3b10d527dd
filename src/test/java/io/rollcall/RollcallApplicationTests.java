package io.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class RollcallApplicationTests {

    /** Else what memory knows and what its row says would differ by what the column leaves out. */
    @Test
    void theClockTicksInTheMillisecondsThatAColumnHolds() {
        var now = new RollcallApplication().clock().instant();
        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
    }
}
