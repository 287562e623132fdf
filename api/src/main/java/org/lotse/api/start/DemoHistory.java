package org.lotse.api.start;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lotse.api.demo.DemoCompany;
import org.lotse.api.demo.DemoCustomer;
import org.lotse.api.demo.Version;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.models.history.History;
import org.lotse.models.history.Story;

/** The history of the demo company's customers as it is being stored, so that training need not wait for the database. */
final class DemoHistory implements History {
    private final Instant until;
    private final List<Story> stories;

    DemoHistory(DemoCompany company) {
        this.until = company.referenceDay().atStartOfDay(DemoCompany.ZONE).toInstant();
        this.stories = company.customers().stream().map(DemoHistory::story).toList();
    }

    @Override
    public Instant until() {
        return until;
    }

    @Override
    public void forEach(SubjectType type, Consumer<Story> consumer) {
        if (type.equals(SubjectType.CUSTOMER)) {
            stories.forEach(consumer);
        }
    }

    /** Later deliveries name only what changed. */
    private static Story story(DemoCustomer customer) {
        Map<TermKey, Value> values = new HashMap<>();
        List<Story.Version> versions = new ArrayList<>();
        for (Version version : customer.versions()) {
            values.putAll(version.attributes());
            versions.add(new Story.Version(version.validFrom(), values));
        }
        return new Story(customer.id(), versions, customer.events(), Map.of());
    }
}
