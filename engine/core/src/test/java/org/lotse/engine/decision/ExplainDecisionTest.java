package org.lotse.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.explanation.Change;
import org.lotse.engine.explanation.ExplainDecision;
import org.lotse.engine.explanation.WhyNot;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Value;

class ExplainDecisionTest {
    private final World world = new World();

    @Test
    void saysFromWhenOnACapIsFreeAgain() {
        world.capEmails(1);
        world.permissions = new Permissions(Map.of(World.EMAIL, true), Set.of(), Set.of());
        email(World.NOW.minus(Duration.ofDays(2)));

        WhyNot whyNot = explained("credit", Direction.OUTBOUND);

        assertThat(whyNot.needs()).isEqualTo(WhyNot.Needs.ONE);
        assertThat(all(whyNot))
                .filteredOn(Change.OfTime.class::isInstance)
                .extracting(change -> ((Change.OfTime) change).to())
                .containsExactly(World.NOW.plus(Duration.ofDays(5)));
    }

    @Test
    void saysThatAConsentIsMissing() {
        world.permissions = Permissions.NONE;

        WhyNot whyNot = explained("credit", Direction.OUTBOUND);

        assertThat(whyNot.flip()).singleElement().isInstanceOfSatisfying(Change.OfReading.class, reading -> {
            assertThat(reading.term().toString()).endsWith("-consent");
            assertThat(reading.to()).contains(Value.of(true));
        });
    }

    @Test
    void saysThatAnObjectionStandsInTheWay() {
        world.permissions =
                new Permissions(Map.of(World.PHONE, true, World.EMAIL, true), Set.of(Purpose.MARKETING), Set.of());

        WhyNot whyNot = explained("credit", Direction.OUTBOUND);

        assertThat(whyNot.flip()).singleElement().isInstanceOf(Change.OfObjection.class);
    }

    @Test
    void saysThatTheChannelOpensOnTheNextMondayMorning() {
        world.permissions = new Permissions(Map.of(World.PHONE, true), Set.of(), Set.of());
        Instant evening = Instant.parse("2026-11-23T20:00:00Z");

        WhyNot whyNot = explained(
                "credit",
                new DecisionRequest(
                        "next-best-action",
                        World.CUSTOMER,
                        Optional.of(World.PHONE),
                        Direction.OUTBOUND,
                        3,
                        Map.of(),
                        Map.of(),
                        evening,
                        7,
                        true));

        assertThat(all(whyNot))
                .filteredOn(Change.OfTime.class::isInstance)
                .extracting(change -> ((Change.OfTime) change).to())
                .containsExactly(Instant.parse("2026-11-30T07:00:00Z"));
    }

    @Test
    void namesTheProbabilityFromWhichItIsWorthwhileToTheTenThousandth() {
        world.uplift = Optional.of(0.0001);

        WhyNot whyNot = explained("credit", Direction.INBOUND);

        Change.OfFactor flip = (Change.OfFactor) all(whyNot).stream()
                .filter(change -> change instanceof Change.OfFactor factor && factor.factor() == Change.Factor.UPLIFT)
                .findFirst()
                .orElseThrow();
        world.uplift = Optional.of(flip.to());
        assertThat(chosen("credit")).isTrue();
        world.uplift = Optional.of(flip.to() - 1e-4);
        assertThat(chosen("credit")).isFalse();
    }

    @Test
    void namesTheContactCostUpToWhichItIsWorthwhile() {
        world.uplift = Optional.of(0.0003);

        WhyNot whyNot = explained("credit", Direction.INBOUND);

        assertThat(all(whyNot))
                .filteredOn(change ->
                        change instanceof Change.OfFactor factor && factor.factor() == Change.Factor.CONTACT_COST)
                .singleElement()
                .satisfies(change -> assertThat(((Change.OfFactor) change).to()).isEqualTo(0.05));
    }

    @Test
    void namesTheValueOfTheCustomerThatWouldHaveSufficed() {
        world.attributes.put(World.VALUE, Value.of(15));

        WhyNot whyNot = explained("credit", Direction.INBOUND);

        Change.OfReading flip = all(whyNot).stream()
                .filter(Change.OfReading.class::isInstance)
                .map(Change.OfReading.class::cast)
                .filter(reading -> reading.term().key().equals(World.VALUE))
                .findFirst()
                .orElseThrow();
        world.attributes.put(World.VALUE, flip.to().orElseThrow());
        assertThat(chosen("credit")).isTrue();
        world.attributes.put(World.VALUE, Value.of(((Value.Num) flip.to().get()).value() - 0.01));
        assertThat(chosen("credit")).isFalse();
    }

    @Test
    void saysWhatIsNeededTogetherWhereOneChangeIsNotEnough() {
        world.permissions = new Permissions(Map.of(), Set.of(Purpose.MARKETING), Set.of());

        WhyNot whyNot = explained("credit", Direction.OUTBOUND);

        assertThat(whyNot.needs()).isEqualTo(WhyNot.Needs.ALL);
        assertThat(whyNot.flip()).hasSize(2);
        assertThat(whyNot.flip().getFirst()).isInstanceOf(Change.OfObjection.class);
        assertThat(whyNot.flip().getLast()).isInstanceOf(Change.OfReading.class);
    }

    private boolean chosen(String action) {
        return world.decided(Direction.INBOUND).decision().ranked().stream()
                .anyMatch(ranked -> ranked.candidate().toString().equals(action));
    }

    private void email(Instant at) {
        world.contacts.add(
                new Contact(at, World.EMAIL, Optional.empty(), Optional.empty(), Purpose.SERVICE, Direction.OUTBOUND));
    }

    private static List<Change> all(WhyNot whyNot) {
        List<Change> all = new ArrayList<>(whyNot.flip());
        all.addAll(whyNot.others());
        return all;
    }

    private WhyNot explained(String action, Direction direction) {
        return explained(action, World.request(direction));
    }

    private WhyNot explained(String action, DecisionRequest request) {
        DecisionRecord record = ((Answer.Decided) world.decide().decide(request)).record();
        return new ExplainDecision(record, world, world.predictions(), world.statistics())
                .whyNot(candidate -> candidate.toString().equals(action))
                .getFirst();
    }
}
