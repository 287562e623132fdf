package org.lotse.api;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void capabilitiesUseEachOthersPublicFaceWithoutCycles() {
        ApplicationModules.of(LotseService.class).verify();
    }
}
