package org.lotse.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Every feature of this folder. A step nobody wrote fails its scenario; a step no feature uses fails the whole.
 *
 * <p>Some only: {@code -Dcucumber.filter.name=".*voucher.*"} or {@code -Dcucumber.filter.tags="@wip"}.
 */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
class FeaturesIT {

    @AfterSuite
    static void noStepIsUnused() throws IOException {
        boolean ranAll = System.getProperty("cucumber.filter.tags") == null
                && System.getProperty("cucumber.filter.name") == null
                && System.getProperty("cucumber.features") == null;
        if (ranAll) {
            assertThat(Files.readString(UnusedSteps.FILE))
                    .as("Steps that no feature uses. Maybe delete them, or write the feature that needs them.")
                    .isBlank();
        }
    }
}
