package org.lotse.api.duplicate;

import org.lotse.api.cli.WrongUse;
import picocli.CommandLine.Option;

/** Mixin: how many questions are answered by the truth. */
final class Answers {
    private static final String ALL = "all";

    @Option(
            names = "--labels",
            paramLabel = "N|all",
            description = "How many pairs are decided by the truth, chosen as a steward would be asked; 0 for none."
                    + " Otherwise all.")
    private String labels = ALL;

    int count() {
        if (labels.equalsIgnoreCase(ALL)) {
            return Integer.MAX_VALUE;
        }
        try {
            int count = Integer.parseInt(labels);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            throw new WrongUse("--labels takes a number or \"all\", not \"" + labels + "\".", notANumber);
        }
        throw new WrongUse("--labels takes a number from 0, not " + labels + ".");
    }
}
