package org.lotse.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.term.Purpose;

class ControlAndExplorationTest {
    private static final ControlGroup EVERYBODY = new ControlGroup(1, "2026", Set.of());

    private final World world = new World();

    @Test
    void marketsNothingToTheControlGroupButServesIt() {
        world.control = EVERYBODY;

        DecisionRecord record = world.decided(Direction.INBOUND);

        assertThat(record.inputs().control()).isTrue();
        assertThat(candidates(record)).containsExactly("tip");
        assertThat(record.decision().notChosen().getFirst().rejection()).isInstanceOf(Rejection.InControlGroup.class);
    }

    @Test
    void notesWhatTheControlGroupWouldHaveGot() {
        DecisionRecord treated = world.decided(Direction.INBOUND);
        world.control = EVERYBODY;

        assertThat(world.decided(Direction.INBOUND).decision().withheld())
                .contains(treated.decision().ranked().getFirst());
    }

    @Test
    void offersTheControlGroupWhatItsGroupIsExceptedFor() {
        world.control = new ControlGroup(1, "2026", Set.of("group"));

        assertThat(candidates(world.decided(Direction.INBOUND))).contains("credit");
    }

    @Test
    void holdsNobodyOutOfAWhatIf() {
        world.control = EVERYBODY;

        Answer answer = world.decide().decide(World.request(Direction.INBOUND).asWhatIf(true));

        assertThat(candidates(((Answer.Decided) answer).record())).contains("credit");
    }

    @Test
    void saysWhyNothingIsLeft() {
        world.control = EVERYBODY;
        world.attributes.put(World.VALUE, org.lotse.engine.term.Value.of(190));
        world.stopped.clear();
        world.forbiddenByPromise.add(new ActionKey("tip"));

        DecisionRecord record = world.decided(Direction.INBOUND);

        assertThat(Reason.ofNothing(record.decision())).contains(new Reason.InControlGroup());
    }

    @Test
    void decidesTheSameAgainForTheControlGroup() {
        world.control = EVERYBODY;
        DecisionRecord record = world.decided(Direction.INBOUND);

        assertThat(DecideNextBestAction.replay(record, world))
                .usingRecursiveComparison()
                .isEqualTo(record.decision());
    }

    /** Over many seeds each candidate comes first as often as its record says, with ties and a promise in the way. */
    @ParameterizedTest
    @EnumSource
    void comesFirstAsOftenAsTheRecordSays(Exploration.Method method) {
        world.exploration = new Exploration(0.4, method, 100);
        world.more.addAll(List.of("one", "two", "three"));
        world.forbiddenByPromise.add(new ActionKey("three"));
        SplittableRandom seeds = new SplittableRandom(99);
        Map<String, Integer> first = new HashMap<>();
        Map<String, Double> stated = new HashMap<>();
        int rounds = 5_000;
        for (int i = 0; i < rounds; i++) {
            Decision decision = decided(seeds.nextLong() >>> 11).decision();
            String winner = decision.ranked().getFirst().candidate().toString();
            first.merge(winner, 1, Integer::sum);
            stated.putIfAbsent(winner, decision.probability());
            assertThat(decision.probability()).isCloseTo(stated.get(winner), within(1e-9));
        }

        assertThat(first).doesNotContainKey("three");
        stated.forEach((winner, probability) -> assertThat(first.getOrDefault(winner, 0) / (double) rounds)
                .as("%s under %s", winner, method)
                .isCloseTo(probability, within(5 * Math.sqrt(probability * (1 - probability) / rounds))));
        assertThat(stated.values().stream().mapToDouble(each -> each).sum()).isCloseTo(1, within(1e-6));
    }

    /** What is drawn after a lost reservation does not depend on how the lost one was drawn. */
    @Test
    void drawsAnewAfterALostReservation() {
        world.exploration = Exploration.epsilon(0.5);
        world.more.addAll(List.of("one", "two"));
        world.capEmails(1);
        SplittableRandom seeds = new SplittableRandom(4);
        Map<String, Integer> first = new HashMap<>();
        Map<String, Double> stated = new HashMap<>();
        int rounds = 0;
        for (int i = 0; i < 5_000; i++) {
            world.contacts.clear();
            world.beforeReserving = () -> {
                world.beforeReserving = () -> {};
                world.contacts.add(otherEmail());
            };
            DecisionRecord record = decided(seeds.nextLong() >>> 11, Direction.OUTBOUND);
            rounds++;
            String winner = record.decision().ranked().getFirst().candidate().toString();
            first.merge(winner, 1, Integer::sum);
            stated.putIfAbsent(winner, record.decision().probability());
        }

        int all = rounds;
        assertThat(stated).containsOnlyKeys("credit", "one", "two");
        stated.forEach((winner, probability) -> assertThat(first.getOrDefault(winner, 0) / (double) all)
                .as("%s of %d", winner, all)
                .isCloseTo(probability, within(5 * Math.sqrt(probability * (1 - probability) / all))));
    }

    private static Contact otherEmail() {
        return new Contact(
                World.NOW.minusSeconds(1),
                World.EMAIL,
                Optional.empty(),
                Optional.empty(),
                Purpose.SERVICE,
                Direction.OUTBOUND);
    }

    private DecisionRecord decided(long seed) {
        return decided(seed, Direction.INBOUND);
    }

    private DecisionRecord decided(long seed, Direction direction) {
        DecisionRequest request = World.request(direction);
        return ((Answer.Decided) world.decide()
                        .decide(new DecisionRequest(
                                request.decision(),
                                request.subject(),
                                request.channel(),
                                direction,
                                3,
                                Map.of(),
                                Map.of(),
                                request.at(),
                                seed,
                                false)))
                .record();
    }

    private static List<String> candidates(DecisionRecord record) {
        return record.decision().ranked().stream()
                .map(ranked -> ranked.candidate().toString())
                .toList();
    }
}
