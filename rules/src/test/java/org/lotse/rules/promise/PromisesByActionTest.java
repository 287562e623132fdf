package org.lotse.rules.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.action.OpeningHours;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Promise;

/** Promises asked once per situation say what they say when they are asked choice by choice. */
final class PromisesByActionTest {
    private static final List<ChannelKey> CHANNELS =
            List.of(new ChannelKey("CALL"), new ChannelKey("EMAIL"), new ChannelKey("WEB"));
    private static final TermPath AGE = TermPath.of(new TermKey("age"));

    @Test
    void findsTheSameBrokenPromiseAsAskingEachChoice() {
        int broken = 0;
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Action> actions = actions();
            List<Channel> channels =
                    CHANNELS.stream().map(PromisesByActionTest::channel).toList();
            List<Promise> promises = new ArrayList<>();
            for (int row = 0; row < 4; row++) {
                promises.add(new Promise(
                        new RowRef("promises.rules", "", row, ""),
                        Language.EN,
                        SubjectType.CUSTOMER,
                        random.nextBoolean() ? Promise.Kind.NEVER : Promise.Kind.ALWAYS,
                        condition(random, 2)));
            }
            Promises plain = new Promises(promises);
            PromisesByAction byAction = new PromisesByAction(promises, actions);
            for (int situation = 0; situation < 5; situation++) {
                DecisionFacts facts = facts(random);
                PromisesByAction.InSituation asked = byAction.in(facts);
                for (Action action : actions) {
                    for (Channel channel : channels) {
                        DecisionFacts chosen = new DecisionFacts(
                                facts.values(),
                                Optional.of(action),
                                Optional.of(channel),
                                facts.direction(),
                                facts.permissions(),
                                facts.at(),
                                facts.zone());

                        Optional<Promise> first = asked.firstBrokenBy(action, channel);

                        assertThat(first).as("seed %d", seed).isEqualTo(plain.firstBrokenBy(chosen));
                        broken += first.isPresent() ? 1 : 0;
                    }
                }
            }
        }
        assertThat(broken).as("promises broken").isPositive();
    }

    private static Condition condition(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 ->
                new Condition.ChosenAction(
                        random.nextBoolean()
                                ? ActionSelector.ofPurpose(Purpose.MARKETING)
                                : ActionSelector.of(new ActionKey("a" + random.nextInt(3))));
            case 1 -> new Condition.ChosenChannel(CHANNELS.get(random.nextInt(3)));
            case 2 -> new Condition.Objection(Purpose.MARKETING);
            case 3 -> new Condition.ConsentMissing();
            case 4 ->
                new Condition.Test(AGE, Operator.FROM, List.of(new Operand.Fixed(Value.of(random.nextInt(5)))), "");
            case 5 -> new Condition.All(parts(random, depth - 1));
            default -> new Condition.Any(parts(random, depth - 1));
        };
    }

    private static List<Condition> parts(Random random, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int part = random.nextInt(4); part > 0; part--) {
            parts.add(condition(random, depth));
        }
        return parts;
    }

    private static DecisionFacts facts(Random random) {
        Optional<Value> age = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Value.of(random.nextInt(5)));
        Optional<Value> consent = Optional.of(Value.of(random.nextBoolean()));
        return new DecisionFacts(
                path -> path.equals(AGE) ? age : consent,
                Optional.empty(),
                Optional.empty(),
                random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND,
                new Permissions(
                        Map.of(),
                        random.nextInt(4) == 0 ? Set.of(Purpose.MARKETING) : Set.of(),
                        random.nextInt(3) == 0 ? Set.of(CHANNELS.get(random.nextInt(3))) : Set.of()),
                Instant.parse("2026-11-23T10:00:00Z"),
                ZoneId.of("Europe/Berlin"));
    }

    private static List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            String name = "a" + number;
            actions.add(new Action(
                    new ActionKey(name),
                    Title.of(name, name),
                    "group",
                    number == 0 ? Purpose.SERVICE : Purpose.MARKETING,
                    CHANNELS,
                    new Action.Economics(new Calculation.Constant(1), 0, "accept"),
                    Map.of(),
                    Action.Effect.UPLIFT,
                    Map.of(),
                    1,
                    0,
                    Optional.empty(),
                    Optional.empty()));
        }
        return actions;
    }

    private static Channel channel(ChannelKey key) {
        return new Channel(
                key,
                Title.of(key.value(), key.value()),
                1,
                Map.of(),
                key.value().equals("WEB") ? Optional.empty() : Optional.of(new TermKey("consent")),
                OpeningHours.ALWAYS,
                Set.of(Direction.INBOUND, Direction.OUTBOUND));
    }
}
