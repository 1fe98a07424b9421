package io.guildhall.cop;

import io.guildhall.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsServicesFeaturesAndAdaptersApart() {
        ArchitectureRules.check(CopService.class);
    }
}
