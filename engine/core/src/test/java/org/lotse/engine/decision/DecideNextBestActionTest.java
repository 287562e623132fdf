package org.lotse.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

class DecideNextBestActionTest {
    private static final ActionKey CREDIT = new ActionKey("credit");

    private final World world = new World();

    @Test
    void choosesWhatIsWorthMostOverTheCheapestChannel() {
        DecisionRecord record = world.decided(Direction.OUTBOUND);

        Decision.Ranked first = record.decision().ranked().getFirst();
        assertThat(first.candidate()).hasToString("credit");
        assertThat(first.channel()).contains(World.EMAIL);
        assertThat(first.factors().priority()).isCloseTo(0.12 * (200 - 20) - 0.1, within(1e-9));
        assertThat(record.contactId()).contains("k-1");
        assertThat(world.log).containsExactly(record);
    }

    @Test
    void neverChoosesWhatThePersonObjectsTo() {
        world.permissions =
                new Permissions(Map.of(World.PHONE, true, World.EMAIL, true), Set.of(Purpose.MARKETING), Set.of());

        assertThat(rejectionOf("credit", world.decided(Direction.OUTBOUND))).isInstanceOf(Rejection.Objected.class);
    }

    @Test
    void whoRefusesWhileItIsDecidedIsNotContacted() {
        for (boolean together : List.of(false, true)) {
            World here = new World();
            here.answersTogether = together;
            here.beforeReserving = () -> here.permissions =
                    new Permissions(Map.of(World.PHONE, true, World.EMAIL, true), Set.of(Purpose.MARKETING), Set.of());

            assertThat(rejectionOf("credit", here.decided(Direction.OUTBOUND))).isInstanceOf(Rejection.Objected.class);
        }
    }

    @Test
    void neverBreaksAPromise() {
        world.forbiddenByPromise.add(CREDIT);

        assertThat(rejectionOf("credit", world.decided(Direction.INBOUND))).isInstanceOf(Rejection.BreaksPromise.class);
    }

    @Test
    void needsConsentOutboundButNotWhileTheCustomerIsOnTheLine() {
        world.permissions = Permissions.NONE;

        assertThat(rejectionOf("credit", world.decided(Direction.OUTBOUND))).isInstanceOf(Rejection.NoConsent.class);
        assertThat(world.decided(Direction.INBOUND)
                        .decision()
                        .ranked()
                        .getFirst()
                        .candidate())
                .hasToString("credit");
    }

    @Test
    void stopsMarketingWhenTheLedgerIsDown() {
        world.ledgerIsDown = true;

        DecisionRecord record = world.decided(Direction.INBOUND);

        assertThat(rejectionOf("credit", record)).isInstanceOf(Rejection.PartUnavailable.class);
        assertThat(record.inputs().unavailable()).containsExactly(Part.CONSENT);
    }

    @Test
    void saysWhenAUsedUpCapIsFreeAgain() {
        world.capEmails(1);
        world.permissions = new Permissions(Map.of(World.EMAIL, true), Set.of(), Set.of());
        world.contacts.add(new Contact(
                World.NOW.minus(Duration.ofDays(2)),
                World.EMAIL,
                Optional.empty(),
                Optional.empty(),
                Purpose.SERVICE,
                Direction.OUTBOUND));

        Rejection rejection = rejectionOf("credit", world.decided(Direction.OUTBOUND));

        assertThat(rejection).isInstanceOf(Rejection.CapReached.class);
        assertThat(((Rejection.CapReached) rejection).freeAgainAt()).contains(World.NOW.plus(Duration.ofDays(5)));
    }

    @Test
    void staysWithinACapOverManyDecisions() {
        world.capEmails(2);
        world.permissions = new Permissions(Map.of(World.EMAIL, true), Set.of(), Set.of());
        for (int i = 0; i < 20; i++) {
            world.decide().decide(World.request(Direction.OUTBOUND));
        }

        assertThat(world.contacts)
                .filteredOn(contact -> contact.channel().equals(World.EMAIL))
                .hasSize(2);
    }

    @Test
    void doesNothingWhenNothingIsWorthIt() {
        world.uplift = Optional.of(-0.05);
        world.propensity = 0.001;

        DecisionRecord record = world.decided(Direction.INBOUND);

        assertThat(record.decision().ranked()).isEmpty();
        assertThat(rejectionOf("credit", record)).isInstanceOf(Rejection.BelowMinimum.class);
    }

    @Test
    void decidesByAssumptionBeforeAnyModelIsTrainedAndSaysSo() {
        world.hasModels = false;
        world.assumedPropensity = Optional.of(0.2);

        DecisionRecord record = world.decided(Direction.INBOUND);

        assertThat(record.decision().ranked()).isNotEmpty();
        assertThat(Reason.of(record.decision(), 0, world)).contains(new Reason.AssumedChance(0.2));
        assertThat(DecideNextBestAction.replay(record, world).ranked())
                .isEqualTo(record.decision().ranked());
    }

    @Test
    void offersNothingItCannotWeigh() {
        world.hasModels = false;

        assertThat(rejectionOf("credit", world.decided(Direction.INBOUND))).isInstanceOf(Rejection.NoPrediction.class);
    }

    @Test
    void saysThatADifferenceIsOnlyAssumed() {
        world.uplift = Optional.empty();

        Decision.Ranked credit = world.decided(Direction.INBOUND).decision().ranked().stream()
                .filter(ranked -> ranked.candidate().toString().equals("credit"))
                .findFirst()
                .orElseThrow();

        assertThat(credit.factors().basis()).isEqualTo(Factors.Basis.ASSUMED_UPLIFT);
        assertThat(credit.factors().probability()).isCloseTo(0.3 * 0.3, within(1e-12));
    }

    @Test
    void trustsAnUpliftOnlyInTheDirectionItWasMeasuredIn() {
        world.upliftMeasured = java.util.Set.of(Direction.OUTBOUND);

        DecisionRecord called = world.decided(Direction.INBOUND);

        assertThat(called.decision().ranked())
                .filteredOn(ranked -> ranked.candidate().toString().equals("credit"))
                .singleElement()
                .satisfies(credit -> assertThat(credit.factors().basis()).isEqualTo(Factors.Basis.ASSUMED_UPLIFT));
        assertThat(DecideNextBestAction.replay(called, world).ranked())
                .isEqualTo(called.decision().ranked());
    }

    @Test
    void decidesTheSameAgainFromItsRecord() {
        world.exploration = Exploration.epsilon(0.5);
        for (int i = 0; i < 50; i++) {
            DecisionRecord record = world.decided(Direction.INBOUND);
            world.propensity = 0.3 + i / 100.0;

            assertThat(DecideNextBestAction.replay(record, world))
                    .usingRecursiveComparison()
                    .isEqualTo(record.decision());
        }
    }

    @Test
    void recordsNothingOfAWhatIf() {
        DecisionRequest request = World.request(Direction.OUTBOUND);
        world.decide()
                .decide(new DecisionRequest(
                        request.decision(),
                        request.subject(),
                        request.channel(),
                        request.direction(),
                        request.limit(),
                        Map.of(),
                        Map.of(World.VALUE, Value.of(900)),
                        request.at(),
                        request.seed(),
                        true));

        assertThat(world.log).isEmpty();
        assertThat(world.contacts).isEmpty();
    }

    @Test
    void knowsNothingOfAStranger() {
        DecisionRequest request = World.request(Direction.INBOUND);
        SubjectId stranger = SubjectId.customer("nobody");

        Answer answer = world.decide()
                .decide(new DecisionRequest(
                        request.decision(),
                        stranger,
                        request.channel(),
                        request.direction(),
                        1,
                        Map.of(),
                        Map.of(),
                        request.at(),
                        1,
                        false));

        assertThat(answer).isEqualTo(new Answer.UnknownSubject(stranger));
    }

    private static Rejection rejectionOf(String action, DecisionRecord record) {
        return record.decision().notChosen().stream()
                .filter(loser -> loser.candidate().toString().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " was chosen"))
                .rejection();
    }

    private static Firing churnFrom(double needed, double read) {
        return new Firing(
                new RowRef("tables/suitability.csv", "", 4, "only when at risk"),
                List.of(new Comparison(
                        TermPath.parse("churn"),
                        Operator.FROM,
                        List.of(Value.of(needed)),
                        Optional.of(Value.of(read)),
                        "C4",
                        false)));
    }
}
