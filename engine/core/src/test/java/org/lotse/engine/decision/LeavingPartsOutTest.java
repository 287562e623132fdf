package org.lotse.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Factors;

/** Every fault a decision can meet: slow or failing parts, alone and together. */
class LeavingPartsOutTest {
    private static final Duration BUDGET = Duration.ofMillis(300);

    private final World world = new World();

    /** What is wrong with a part. */
    enum Fault {
        FAILS {
            @Override
            void happen() {
                throw new IllegalStateException("It does not answer.");
            }
        },
        IS_SLOW {
            @Override
            void happen() {
                try {
                    Thread.sleep(Duration.ofSeconds(20));
                } catch (InterruptedException e) {
                    throw new IllegalStateException("Given up.", e);
                }
            }
        },
        IS_STUCK_AND_DEAF {
            @Override
            void happen() {
                deaf(Duration.ofSeconds(30));
            }
        };

        abstract void happen();
    }

    /** Hears no interrupt. */
    private static void deaf(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.interrupted();
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @BeforeEach
    void watchTheTime() {
        world.budget = TimeBudget.onVirtualThreads(Optional.of(BUDGET));
    }

    @ParameterizedTest
    @EnumSource
    void goesWithoutTheContactLedgerAndWithoutMarketing(Fault fault) {
        world.beforeHistory = fault::happen;

        DecisionRecord record = inTime(Direction.INBOUND);

        assertThat(record.inputs().unavailable()).containsExactly(Part.CONTACT_LEDGER);
        assertThat(rejection("credit", record)).isEqualTo(new Rejection.PartUnavailable(Part.CONTACT_LEDGER));
        assertThat(first(record)).isEqualTo("tip");
        assertThat(world.leftOut).containsExactly(Part.CONTACT_LEDGER);
    }

    @ParameterizedTest
    @EnumSource
    void goesWithoutConsentsAndWithoutMarketing(Fault fault) {
        world.beforeLedger = fault::happen;

        DecisionRecord record = inTime(Direction.INBOUND);

        assertThat(record.inputs().unavailable()).containsExactly(Part.CONSENT);
        assertThat(rejection("credit", record)).isEqualTo(new Rejection.PartUnavailable(Part.CONSENT));
        assertThat(first(record)).isEqualTo("tip");
    }

    @ParameterizedTest
    @EnumSource
    void contactsNobodyWhoseLedgerIsDown(Fault fault) {
        world.beforeLedger = fault::happen;

        DecisionRecord record = inTime(Direction.OUTBOUND);

        assertThat(record.decision().ranked()).isEmpty();
        assertThat(world.contacts).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackWhenTheSubjectCannotBeRead(Fault fault) {
        world.beforeSubjects = fault::happen;

        DecisionRecord record = inTime(Direction.INBOUND);

        assertThat(record.inputs().unavailable()).containsExactly(Part.SUBJECT);
        assertThat(first(record)).isEqualTo("tip");
        assertThat(record.decision().ranked().getFirst().factors().basis()).isEqualTo(Factors.Basis.FALLBACK);
        assertThat(Reason.of(record.decision(), 0, world)).contains(new Reason.FallbackApplies());
        assertThat(rejection("credit", record)).isInstanceOf(Rejection.PartUnavailable.class);
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackWhenTheModelOfAllOffersIsDown(Fault fault) {
        world.beforeModel = fault::happen;
        world.assumedPropensity = Optional.of(0.4);

        DecisionRecord record = inTime(Direction.INBOUND);

        assertThat(record.inputs().unavailable()).containsExactly(Part.model("accept"));
        assertThat(first(record)).isEqualTo("tip");
        assertThat(rejection("credit", record)).isInstanceOf(Rejection.NoPrediction.class);
    }

    @Test
    void stopsMarketingWhenAnEligibilityRowReadsAModelThatIsDown() {
        world.churnIsDown = true;
        world.readsChurnForEligibility = true;

        DecisionRecord record = inTime(Direction.INBOUND);

        assertThat(rejection("credit", record)).isEqualTo(new Rejection.PartUnavailable(Part.model("churn")));
    }

    @Test
    void goesOnMarketingWithoutAModelThatNoEligibilityRowReads() {
        world.churnIsDown = true;

        DecisionRecord record = inTime(Direction.INBOUND);

        assertThat(record.inputs().unavailable()).containsExactly(Part.model("churn"));
        assertThat(first(record)).isEqualTo("credit");
    }

    @Test
    void answersInTimeWithoutSeveralPartsAtOnce() {
        world.beforeSubjects = Fault.IS_SLOW::happen;
        world.beforeHistory = Fault.IS_SLOW::happen;
        world.beforeModel = Fault.FAILS::happen;

        DecisionRecord record = inTime(Direction.INBOUND);

        assertThat(record.inputs().unavailable()).contains(Part.SUBJECT, Part.CONTACT_LEDGER);
        assertThat(first(record)).isEqualTo("tip");
    }

    @Test
    void readsWhatItHasReadNoSecondTime() {
        AtomicInteger readings = new AtomicInteger();
        world.beforeSubjects = readings::incrementAndGet;
        world.beforeHistory = Fault.IS_SLOW::happen;

        inTime(Direction.INBOUND);

        assertThat(readings).hasValue(1);
    }

    @Test
    void decidesTheSameAgainFromTheRecordOfADegradedDecision() {
        world.beforeModel = Fault.FAILS::happen;
        DecisionRecord record = inTime(Direction.INBOUND);
        world.beforeModel = () -> {};

        assertThat(DecideNextBestAction.replay(record, world))
                .usingRecursiveComparison()
                .isEqualTo(record.decision());
    }

    @ParameterizedTest
    @EnumSource
    void answersNothingThatCannotBeRecorded(Fault fault) {
        world.beforeLog = fault::happen;

        assertThat(timed(Direction.INBOUND)).isInstanceOf(Answer.Unavailable.class);
        assertThat(world.log).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void servesWithoutARecordWhereTheCompanyAllowsItButNeverMarkets(Fault fault) {
        world.beforeLog = fault::happen;
        world.unrecordedService = true;

        Answer answer = timed(Direction.INBOUND);

        DecisionRecord record = ((Answer.Unrecorded) answer).record();
        assertThat(first(record)).isEqualTo("tip");
        assertThat(rejection("credit", record)).isEqualTo(new Rejection.PartUnavailable(Part.DECISION_LOG));
    }

    @Test
    void neverRecordsWhatNobodyWaitedFor() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        world.beforeHistory = () -> {
            deaf(Duration.ofSeconds(3));
            ended.countDown();
        };

        inTime(Direction.OUTBOUND);
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(Duration.ofMillis(200));

        assertThat(world.log).hasSize(1);
        assertThat(world.contacts).isEmpty();
    }

    @Test
    void leavesFailingPartsOutWithoutABudgetToo() {
        world.budget = TimeBudget.unlimited();
        world.beforeHistory = Fault.FAILS::happen;

        assertThat(world.decided(Direction.INBOUND).inputs().unavailable()).containsExactly(Part.CONTACT_LEDGER);
    }

    @Test
    void namesWhatFailedOfWhatIsAskedTogether() {
        world.answersTogether = true;
        world.beforeLedger = Fault.FAILS::happen;

        assertThat(inTime(Direction.INBOUND).inputs().unavailable()).containsExactly(Part.CONSENT);
    }

    @Test
    void stopsMarketingWhenWhatIsAskedTogetherIsLate() {
        world.answersTogether = true;
        world.beforeLedger = Fault.IS_SLOW::happen;

        DecisionRecord record = inTime(Direction.INBOUND);

        assertThat(record.inputs().unavailable()).contains(Part.CONSENT);
        assertThat(rejection("credit", record)).isInstanceOf(Rejection.PartUnavailable.class);
        assertThat(first(record)).isEqualTo("tip");
    }

    @Test
    void asksTogetherOnlyOnce() {
        world.answersTogether = true;
        AtomicInteger asked = new AtomicInteger();
        world.beforeLedger = asked::incrementAndGet;
        world.beforeHistory = asked::incrementAndGet;

        DecisionRecord together = inTime(Direction.INBOUND);

        assertThat(asked).hasValue(2);
        world.answersTogether = false;
        assertThat(together.inputs().permissions())
                .isEqualTo(inTime(Direction.INBOUND).inputs().permissions());
    }

    private DecisionRecord inTime(Direction direction) {
        return ((Answer.Decided) timed(direction)).record();
    }

    /** Far less than a slow part takes; how much exactly is for a benchmark. */
    private Answer timed(Direction direction) {
        long begun = System.nanoTime();
        Answer answer = world.decide().decide(World.request(direction));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        return answer;
    }

    private static String first(DecisionRecord record) {
        return record.decision().ranked().getFirst().candidate().toString();
    }

    private static Rejection rejection(String action, DecisionRecord record) {
        return record.decision().notChosen().stream()
                .filter(loser -> loser.candidate().toString().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " was chosen"))
                .rejection();
    }
}
