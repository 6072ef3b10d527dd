package io.rollcall.startup;

import io.rollcall.browser.RollcallServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class FasterStartIT {

    @Test
    @EnabledIf("io.rollcall.startup.FasterStart#isPossible")
    void theUnpackedProgramStartsWithWhatAnotherStartHasLearned(@TempDir Path folder) {
        var faster = FasterStart.in(folder);

        RollcallServer.configure()
                .jar(faster.jar())
                .jvm(FasterStart.COMPACT)
                .jvm("-XX:AOTCache=" + faster.cache())
                .jvm("-XX:AOTMode=on") // or it does not start
                .start()
                .close();
    }
}
