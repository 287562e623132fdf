package org.lotse.rules.trial;

import java.util.Optional;
import java.util.TreeSet;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.TermKey;

/** Takes away what a case does not need to break a promise, so that what is left explains it. */
final class Smallest {
    private final Trial trial;

    Smallest(Trial trial) {
        this.trial = trial;
    }

    Trial.Broken of(Trial.Broken broken) {
        Trial.Broken smallest = broken;
        for (TermKey term : new TreeSet<>(broken.tried().values().keySet())) {
            smallest = again(smallest.tried().without(term), broken).orElse(smallest);
        }
        if (!smallest.tried().permissions().equals(Permissions.NONE)) {
            TrialCase mild = new TrialCase(
                    smallest.tried().subject(),
                    smallest.tried().known(),
                    smallest.tried().values(),
                    Permissions.NONE);
            smallest = again(mild, broken).orElse(smallest);
        }
        return smallest;
    }

    private Optional<Trial.Broken> again(TrialCase fewer, Trial.Broken broken) {
        return trial.of(fewer).stream()
                .filter(each -> each.stopped().promise().equals(broken.stopped().promise()))
                .filter(each -> each.stopped()
                        .choice()
                        .action()
                        .equals(broken.stopped().choice().action()))
                .findFirst();
    }
}
