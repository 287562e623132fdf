package org.lotse.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;

class PlacesTest {
    private final World world = new World();

    @Test
    void givesAnActionToOnePlaceOnly() {
        DecisionRecord record = decided(Direction.INBOUND, place("top", 1), place("below", 1));

        assertThat(shown(record)).containsExactly("top: credit E-mail", "below: tip E-mail");
    }

    @Test
    void repeatsAnActionWhereAPlaceMay() {
        DecisionRecord record =
                decided(Direction.INBOUND, place("top", 1), new Placement("below", List.of(), 1, Set.of(), true));

        assertThat(shown(record)).containsExactly("top: credit E-mail", "below: credit E-mail");
    }

    @Test
    void takesTheBestPairOfActionAndChannelThatAPlaceAllows() {
        DecisionRecord record =
                decided(Direction.INBOUND, new Placement("call", List.of(World.PHONE), 2, Set.of(), false));

        assertThat(shown(record)).containsExactly("call: credit CALL_CENTRE");
        assertThat(rejection("tip", record)).isInstanceOf(Rejection.BelowMinimum.class);
    }

    @Test
    void takesOnlyTheGroupsOfAPlace() {
        world.groups.put("tip", "service");

        DecisionRecord record =
                decided(Direction.INBOUND, new Placement("help", List.of(), 3, Set.of("service"), false));

        assertThat(shown(record)).containsExactly("help: tip E-mail");
        assertThat(rejection("credit", record)).isEqualTo(new Rejection.NoPlacement("group"));
    }

    @Test
    void leavesAPlaceEmptyForWhichNothingIsLeft() {
        DecisionRecord record = decided(Direction.INBOUND, place("one", 1), place("two", 1), place("three", 1));

        assertThat(record.decision().places().getLast().isEmpty()).isTrue();
        assertThat(record.decision().ranked()).hasSize(2);
    }

    @Test
    void sharesWhatACapAllowsAmongPlaces() {
        world.caps.add(new Cap(
                "contact-policy.csv#2",
                2,
                new Cap.Scope.OfPurpose(Purpose.MARKETING),
                OptionalInt.of(1),
                Optional.of(new Cap.Window.Rolling(Period.parse("14d"))),
                Optional.empty(),
                Optional.of(Direction.OUTBOUND),
                ""));
        world.more.add("one");
        world.groups.put("one", "other");

        DecisionRecord record = decided(
                Direction.OUTBOUND, new Placement("letter", List.of(), 1, Set.of("group"), false), place("call", 1));

        assertThat(shown(record)).containsExactly("letter: credit E-mail", "call: tip E-mail");
        assertThat(rejection("one", record))
                .isEqualTo(new Rejection.PlacedElsewhere(World.EMAIL, "contact-policy.csv#2", "letter"));
        assertThat(record.contacts()).containsOnlyKeys("letter", "call");
        assertThat(world.contacts).hasSize(2);
    }

    @Test
    void givesAllContactsBackWhenOneIsLost() {
        world.capEmails(2);
        world.beforeReserving = () -> {
            world.beforeReserving = () -> {
                world.beforeReserving = () -> {};
                world.contacts.add(world.contacts.getFirst());
            };
        };

        DecisionRecord record = decided(
                Direction.OUTBOUND,
                new Placement("first", List.of(World.EMAIL), 1, Set.of(), false),
                new Placement("second", List.of(World.EMAIL), 1, Set.of(), false));

        assertThat(world.released).containsExactly("k-1");
        assertThat(record.decision().ranked()).hasSize(1);
        assertThat(record.contacts()).containsExactly(Map.entry("first", "k-2"));
    }

    @Test
    void decidesTheSameAgainFromItsRecord() {
        DecisionRecord record = decided(Direction.OUTBOUND, place("top", 2), place("below", 1));

        assertThat(DecideNextBestAction.replay(record, world))
                .usingRecursiveComparison()
                .isEqualTo(record.decision());
    }

    @Test
    void standsDoingNothingBehindEverythingWorthMore() {
        assertThat(world.decided(Direction.INBOUND).decision().rankOfNothing()).isEqualTo(3);
    }

    private DecisionRecord decided(Direction direction, Placement... places) {
        DecisionRequest request = World.request(direction);
        return ((Answer.Decided) world.decide()
                        .decide(new DecisionRequest(
                                request.decision(),
                                request.subject(),
                                Optional.empty(),
                                direction,
                                1,
                                List.of(places),
                                Map.of(),
                                Map.of(),
                                request.at(),
                                request.seed(),
                                false)))
                .record();
    }

    private static Placement place(String name, int limit) {
        return new Placement(name, List.of(), limit, Set.of(), false);
    }

    private static List<String> shown(DecisionRecord record) {
        return record.decision().places().stream()
                .flatMap(place -> record.decision().ranked().subList(place.from(), place.until()).stream()
                        .map(ranked -> place.name() + ": " + ranked.candidate() + " "
                                + ranked.channel().map(PlacesTest::name).orElse("")))
                .toList();
    }

    private static String name(ChannelKey channel) {
        return channel.equals(World.EMAIL) ? "E-mail" : channel.value();
    }

    private static Rejection rejection(String action, DecisionRecord record) {
        return record.decision().notChosen().stream()
                .filter(loser -> loser.candidate().toString().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " was chosen"))
                .rejection();
    }
}
