package org.lotse.api.demo;

import java.util.List;
import org.lotse.engine.term.SubjectState;

/** The demo company's customers as they would be stored, for tests of other capabilities. */
public final class DemoStates {
    private DemoStates() {}

    /** The first so many customers. */
    public static List<SubjectState> customers(int count) {
        return Shipped.COMPANY.customers().stream()
                .filter(DemoCustomer::active)
                .limit(count)
                .map(DemoCustomer::state)
                .toList();
    }
}
