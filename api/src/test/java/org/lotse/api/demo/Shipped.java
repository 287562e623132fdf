package org.lotse.api.demo;

import java.time.LocalDate;

/** The demo company of one day, made once for all tests; it is immutable. */
final class Shipped {
    static final LocalDate TODAY = LocalDate.of(2025, 6, 21);
    static final DemoCompany COMPANY = DemoCompany.generate(DemoCompany.SEED, TODAY);

    private Shipped() {}
}
