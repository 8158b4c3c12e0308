package org.capaccueil.architecture;

import org.capaccueil.CapAccueilApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void roomsUseOnlyEachOthersFrontDoorsAndNeverInACircle() {
        ApplicationModules.of(CapAccueilApplication.class).verify();
    }
}
