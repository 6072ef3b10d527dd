package io.rollcall;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void everyArrowBetweenTheRoomsIsAllowed() {
        ApplicationModules.of(RollcallApplication.class).verify();
    }
}
