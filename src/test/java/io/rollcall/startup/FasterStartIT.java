package io.rollcall.startup;

import io.rollcall.browser.RollcallServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class FasterStartIT {

    @Test
    @EnabledIf("io.rollcall.browser.FasterStart#isPossible")
    void theUnpackedProgramStartsWithWhatAnotherStartHasLearned() {
        RollcallServer.configure()
                .jvm("-XX:AOTMode=on") // or it does not start
                .start()
                .close();
    }
}
