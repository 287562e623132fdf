package org.lotse.api.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.lotse.api.consent.Consents;
import org.lotse.api.database.AskTogether;
import org.lotse.api.person.Persons;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.contact.Standing;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ContactLedgerIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ChannelKey EMAIL = new ChannelKey("EMAIL");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PARALLEL = 64;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcContactLedger ledger;

    @Autowired
    private PlannedContacts planned;

    @Autowired
    private Consents consents;

    @Autowired
    private Persons persons;

    @Autowired
    private AskTogether together;

    @Autowired
    private RuleSets ruleSets;

    @Autowired
    private DataSource pool;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void sixtyFourAtOnceNeverExceedACap() throws Exception {
        SubjectId person = customer("parallel");

        assertThat(reservedAtOnce(attempt -> ledger, attempt -> person)).isEqualTo(2);
    }

    @Test
    void whoHasJustRefusedIsNotContacted() {
        SubjectId person = customer("refused");
        Contact contact = new Contact(
                clock.instant(), EMAIL, Optional.empty(), Optional.empty(), Purpose.MARKETING, Direction.OUTBOUND);
        assertThat(ledger.reserve(person, contact, List.of(), BERLIN, "d-refused", HOUR))
                .isPresent();

        consents.record(
                person,
                new Consents.Consent(Purpose.MARKETING, EMAIL, false, clock.instant(), Optional.empty()),
                "test");

        assertThat(ledger.reserve(person, contact, List.of(), BERLIN, "d-refused", HOUR))
                .isEmpty();
    }

    @Test
    void neitherDoTwoInstancesOnOneDatabase() throws Exception {
        SubjectId person = customer("instances");
        try (HikariDataSource other = new HikariDataSource()) {
            other.setJdbcUrl(pool.unwrap(HikariDataSource.class).getJdbcUrl());
            other.setMaximumPoolSize(10);
            ContactLedger second = new JdbcContactLedger(
                    JdbcClient.create(other),
                    consents,
                    persons,
                    together,
                    ruleSets,
                    new JdbcTransactionManager(other),
                    clock);

            // Both read consents over the first one's connections: contacts that need none.
            List<Optional<String>> reserved = atOnce(
                    attempt -> reserve(attempt % 2 == 0 ? ledger : second, person, Purpose.SERVICE, now(), HOUR));

            assertThat(reserved.stream().filter(Optional::isPresent)).hasSize(2);
        }
    }

    @Test
    void neitherDoTwoMergedRecords() throws Exception {
        SubjectId one = customer("merged-1");
        SubjectId other = customer("merged-2");
        merge(one, other);

        assertThat(reservedAtOnce(attempt -> ledger, attempt -> attempt % 2 == 0 ? one : other))
                .isEqualTo(2);
    }

    @Test
    void sixtyFourRequestsOverHttpNeverGetAThirdEmail() throws Exception {
        SubjectId person = customer("http");
        Client agent = Client.of(port, "demo-agent");
        Client.of(port, "demo-admin")
                .put("/v1/customers/" + person.id() + "/consents", "{\"channel\": \"EMAIL\", \"granted\": true}");
        String request =
                "{\"customerId\": \"%s\", \"channel\": \"EMAIL\", \"direction\": \"OUTBOUND\"}".formatted(person.id());

        List<Client.Answer> answers = atOnce(attempt -> agent.post("/v1/decisions/next-best-action", request));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 503));
        List<String> contacts = answers.stream()
                .map(answer -> answer.at("/contactId"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(contacts)
                .as("one or two, as two are worth it or one, but never a third")
                .doesNotHaveDuplicates()
                .hasSizeBetween(1, 2);
    }

    @Test
    void answersAllAtOnceWhatItAnswersOneByOne() throws Exception {
        SubjectId leading = customer("standing-1");
        SubjectId other = customer("standing-2");
        merge(leading, other);
        Client.of(port, "demo-admin")
                .put("/v1/customers/" + other.id() + "/consents", "{\"channel\": \"EMAIL\", \"granted\": true}");
        Instant at = now();
        reserve(ledger, leading, at, HOUR);

        for (SubjectId record : List.of(leading, other, customer("standing-3"), SubjectId.customer("nobody-1"))) {
            assertThat(ledger.standing(record, at))
                    .contains(new Standing(
                            ledger.permissions(record, at), ledger.history(record, at), ledger.person(record)));
        }
        assertThat(ledger.standing(other, at).orElseThrow().history().contacts())
                .hasSize(1);
    }

    @Test
    void manyPersonsStandAsEachOfThemDoes() {
        SubjectId reserved = customer("many-reserved");
        SubjectId ordered = customer("many-ordered");
        SubjectId refused = customer("many-refused");
        SubjectId one = customer("many-one");
        SubjectId other = customer("many-other");
        Instant at = now();
        reserve(ledger, reserved, at, HOUR);
        reserve(ledger.forOrder("many:" + ordered.id(), Optional.empty()), ordered, at, HOUR);
        reserve(ledger, other, at, HOUR);
        consents.record(refused, new Consents.Objection(Purpose.MARKETING, Optional.empty(), at), "test");
        Client.of(port, "demo-admin").post("/v1/customers/many-one/merge", "{\"into\": \"many-other\"}");
        List<SubjectId> persons = List.of(reserved, ordered, refused, one, other, SubjectId.customer("many-unknown"));

        Map<SubjectId, Standing> together =
                ledger.standings(SubjectType.CUSTOMER, persons, at, person -> "many:" + person.id());

        assertThat(together).hasSize(persons.size());
        for (SubjectId person : persons) {
            assertThat(Optional.ofNullable(together.get(person)))
                    .as("%s", person)
                    .isEqualTo(ledger.forOrder("many:" + person.id(), Optional.empty())
                            .standing(person, at));
        }
        assertThat(Objects.requireNonNull(together.get(one)).history().contacts())
                .hasSize(1);
        assertThat(Objects.requireNonNull(together.get(ordered)).history().contacts())
                .isEmpty();
    }

    @Test
    void aReservationRunsOut() {
        SubjectId person = customer("runs-out");
        Instant longAgo = now().minus(Duration.ofHours(3));

        reserve(ledger, person, longAgo, HOUR);
        reserve(ledger, person, longAgo, HOUR);

        assertThat(reserve(ledger, person, now(), HOUR))
                .as("two ran out, one is possible again")
                .isPresent();
    }

    @Test
    void anOrderThatIsRepeatedHoldsOneContact() {
        SubjectId person = customer("repeated");
        ContactLedger order = ledger.forOrder("test-order/" + person.id(), Optional.empty());
        Instant at = now();

        Optional<String> first = reserve(order, person, at, HOUR);
        Optional<String> again = reserve(order, person, at, HOUR);

        assertThat(first).isPresent().isEqualTo(again);
        assertThat(order.history(person, at).contacts())
                .as("it does not stand in its own way")
                .isEmpty();
        assertThat(ledger.history(person, at).contacts()).hasSize(1);
    }

    @Test
    void aPlannedCallCountsAtOnceAndADroppedOneIsFreeAgain() {
        SubjectId person = customer("planned");
        Instant tomorrow = now().plus(Duration.ofDays(1));

        planned.keep("test/1", List.of(call(person, tomorrow)));
        List<Contact> whilePlanned = ledger.history(person, now()).contacts();
        List<Contact> forThePlan =
                planned.ledgerFor("test/1").history(person, now()).contacts();
        planned.keep("test/1", List.of());

        assertThat(whilePlanned).extracting(Contact::at).containsExactly(tomorrow);
        assertThat(forThePlan).isEmpty();
        assertThat(ledger.history(person, now()).contacts()).isEmpty();
    }

    @Test
    void aPlannedCallThatWasMadeIsOneContact() {
        SubjectId person = customer("called");
        planned.keep("test/2", List.of(call(person, now().plus(HOUR))));

        planned.made("test/2", person, now());

        assertThat(ledger.history(person, now()).contacts()).hasSize(1);
        assertThat(events(person)).isEqualTo(1);
    }

    @Test
    void whoRefusesIsTakenOffEveryPlanAtOnce() {
        SubjectId person = customer("refuses");
        Client admin = Client.of(port, "demo-admin");
        admin.put("/v1/customers/" + person.id() + "/consents", "{\"channel\": \"EMAIL\", \"granted\": true}");
        Optional<String> contact = reserve(ledger, person, now(), HOUR);

        admin.put("/v1/customers/" + person.id() + "/objections", "{}");

        assertThat(admin.post("/v1/contacts/" + contact.orElseThrow() + "/confirmation", "")
                        .status())
                .as("it was given up with the objection")
                .isEqualTo(409);
    }

    @Test
    void whatWasCountedForMergedRecordsIsEachOnesOwnAfterASplit() {
        SubjectId one = customer("split-1");
        SubjectId other = customer("split-2");
        reserve(ledger, one, now(), HOUR);
        reserve(ledger, other, now(), HOUR);
        merge(one, other);

        Optional<String> third = reserve(ledger, one, now(), HOUR);
        SubjectId leading = ledger.person(one);
        Client.of(port, "demo-admin").post("/v1/customers/" + one.id() + "/split", "");

        assertThat(third).as("one person has two e-mails already").isEmpty();
        assertThat(leading).isEqualTo(other);
        assertThat(ledger.person(one)).isEqualTo(one);
        assertThat(reserve(ledger, one, now(), HOUR)).isPresent();
    }

    private interface Choose<T> {
        T of(int attempt);
    }

    private long reservedAtOnce(Choose<ContactLedger> ledgers, Choose<SubjectId> whom) throws Exception {
        return atOnce(attempt -> reserve(ledgers.of(attempt), whom.of(attempt), now(), HOUR)).stream()
                .filter(Optional::isPresent)
                .count();
    }

    private static <T> List<T> atOnce(Choose<T> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(PARALLEL);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int attempt = 0; attempt < PARALLEL; attempt++) {
                int number = attempt;
                tasks.add(() -> {
                    together.await();
                    return work.of(number);
                });
            }
            List<T> done = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                done.add(future.get());
            }
            return done;
        }
    }

    private Optional<String> reserve(ContactLedger at, SubjectId person, Instant when, Duration hold) {
        return reserve(at, person, Purpose.MARKETING, when, hold);
    }

    private static Optional<String> reserve(
            ContactLedger at, SubjectId person, Purpose purpose, Instant when, Duration hold) {
        return at.reserve(
                person,
                new Contact(when, EMAIL, Optional.empty(), Optional.empty(), purpose, Direction.OUTBOUND),
                twoEmailsAWeek().caps(),
                BERLIN,
                "d-test",
                hold);
    }

    private static ContactPolicy twoEmailsAWeek() {
        return new ContactPolicy(List.of(new Cap(
                "contact-policy.csv#2",
                2,
                new Cap.Scope.OfChannel(EMAIL),
                OptionalInt.of(2),
                Optional.of(new Cap.Window.Rolling(Period.parse("7d"))),
                Optional.empty(),
                Optional.of(Direction.OUTBOUND),
                "")));
    }

    private static PlannedContacts.Planned call(SubjectId person, Instant at) {
        return new PlannedContacts.Planned(
                person, new ChannelKey("CALL_CENTRE"), Purpose.MARKETING, Optional.empty(), at, HOUR, false);
    }

    private long events(SubjectId person) {
        return database.sql("select count(*) from event where subject_id = ? and type = 'contact'")
                .param(person.id())
                .query(Long.class)
                .single();
    }

    private void merge(SubjectId one, SubjectId into) {
        JsonNode merged = Client.of(port, "demo-admin")
                .post("/v1/customers/" + one.id() + "/merge", "{\"into\": \"" + into.id() + "\"}")
                .json();
        assertThat(merged.at("/records").size()).as("%s", merged).isEqualTo(2);
    }

    private SubjectId customer(String id) {
        Client.of(port, "demo-admin").put("/v1/customers/" + id, "{\"attributes\": {}}");
        return SubjectId.customer(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
