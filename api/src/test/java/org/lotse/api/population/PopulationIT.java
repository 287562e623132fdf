package org.lotse.api.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.lotse.api.database.InstanceLock;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.rule.JdbcRuleSets;
import org.lotse.api.subjects.DeliverSubjects;
import org.lotse.api.subjects.Delivery;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** In a database of its own: everybody counts. */
@ServiceTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class PopulationIT {
    private static final TermKey CHARGE = new TermKey("monthly-charge");

    @Autowired
    private DeliverSubjects deliver;

    @Autowired
    private RecordEvents record;

    @Autowired
    private KeepPopulation keep;

    @Autowired
    private JdbcPopulation population;

    @Autowired
    private ServingModels serving;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private InstanceLock lock;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void countsEverybodyWhoHasNotLeft() {
        Instant past = clock.instant().minus(Duration.ofDays(30));
        List<Delivery> customers = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            customers.add(new Delivery(
                    SubjectId.customer("p-" + number), Map.of(CHARGE, Value.of(number * 10)), Map.of(), past));
        }
        deliver.deliver(customers, DeliverSubjects.Mode.REPLACE);
        record.record(List.of(
                new Event("left-5", "CHURNED", SubjectId.customer("p-5"), past.plus(Duration.ofDays(1)), Map.of())));

        keep.renew();

        Statistics statistics = serving.statistics();
        assertThat(statistics.percentile(SubjectType.CUSTOMER, CHARGE, 20)).hasValue(37.5);
        assertThat(statistics.percentile(SubjectType.CUSTOMER, CHARGE, 45)).hasValue(100);
        assertThat(statistics.median(SubjectType.CUSTOMER, CHARGE)).hasValue(25);
        assertThat(population.latest().orElseThrow().version()).isEqualTo(statistics.version());
    }

    /** Each would wait for its turn with a connection in its hand, and nobody could decide any more. */
    @Test
    void rulesActivatedManyTimesInARowLeaveConnectionsToOthers() throws InterruptedException {
        keep.renew();
        database.sql("update population_snapshot set basis = 'rules of yesterday'")
                .update();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread other = Thread.ofVirtual()
                .start(() -> lock.run(4_301, () -> {
                    held.countDown();
                    awaitQuietly(done);
                }));
        held.await();

        for (int times = 0; times < 50; times++) {
            events.publishEvent(new JdbcRuleSets.RulesActivated("v" + times));
        }
        Thread.sleep(Duration.ofSeconds(1));

        long waiting = database.sql(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = 4301"
                                + " and database = (select oid from pg_database where datname = current_database())")
                .query(Long.class)
                .single();
        assertThat(waiting).as("connections that wait").isEqualTo(1);
        done.countDown();
        other.join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
