package org.lotse.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.arbitration.ShadowPrice;
import org.lotse.engine.contact.Permissions;

class LimitCostsTest {
    private static final ActionKey TIP = new ActionKey("tip");

    private final World world = new World();

    @Test
    void costsNothingWhereNothingLimits() {
        assertThat(costs(Direction.INBOUND)).isEmpty();
    }

    @Test
    void aCapCostsWhatTheStoppedOfferWouldHaveBeenWorthMore() {
        world.capEmails(0);

        LimitCosts.Cost cost = costs(Direction.OUTBOUND).getFirst();

        double overEmail = 0.12 * (200 - 20) - 0.1;
        double overPhone = 0.12 * (200 - 20) - 6.5;
        assertThat(cost.kind()).isEqualTo(LimitCosts.Kind.CAP);
        assertThat(cost.name()).isEqualTo("contact-policy.csv#2");
        assertThat(cost.value()).isCloseTo(overEmail - overPhone, within(1e-9));
    }

    @Test
    void aLeverCostsTheValueItGivesAwayByShiftingTheChoice() {
        world.levers.put("tip", 5.0);

        LimitCosts.Cost cost = costs(Direction.INBOUND).getFirst();

        assertThat(cost.kind()).isEqualTo(LimitCosts.Kind.LEVER);
        assertThat(cost.name()).isEqualTo("tip");
        assertThat(cost.value()).isCloseTo(0.12 * 180 - 0.3 * 10, within(1e-9));
    }

    @Test
    void aPriceCostsTheValueOfWhatItDrivesAway() {
        world.phoneUses = Map.of("call-slot", 1.0);
        world.permissions = new Permissions(Map.of(World.PHONE, true), Set.of(), Set.of());
        world.priceList = new PriceList("p-1", Map.of("call-slot", Price.computed(100)));
        world.forbiddenByPromise.add(TIP);

        DecisionRecord record = world.decided(Direction.OUTBOUND);
        LimitCosts.Cost cost =
                new LimitCosts(record, world, world.predictions()).costs().getFirst();

        assertThat(record.decision().ranked()).isEmpty();
        assertThat(record.versions().prices()).isEqualTo("p-1");
        assertThat(cost.kind()).isEqualTo(LimitCosts.Kind.CAPACITY);
        assertThat(cost.value()).isCloseTo(0.12 * 180 - 6.5, within(1e-9));
    }

    @Test
    void theControlGroupCostsWhatItIsNotOffered() {
        world.control = new ControlGroup(1, "2026", Set.of());

        assertThat(costs(Direction.INBOUND))
                .singleElement()
                .satisfies(cost -> assertThat(cost.kind()).isEqualTo(LimitCosts.Kind.CONTROL_GROUP));
    }

    @Test
    void wishesForACapacityWhatItIsWorthAboveTheNextBestWithoutIt() {
        world.phoneUses = Map.of("call-slot", 2.0);
        world.priceList = new PriceList("p-1", Map.of("call-slot", Price.computed(1)));
        world.forbiddenByPromise.add(TIP);
        world.permissions = new Permissions(Map.of(World.PHONE, true), Set.of(), Set.of());

        ShadowPrice.Wish wish = java.util.Objects.requireNonNull(
                Wishes.of(world.decided(Direction.OUTBOUND), world).get("call-slot"));

        assertThat(wish.uses()).isEqualTo(2);
        assertThat(wish.worth()).isCloseTo((0.12 * 180 - 6.5) / 2, within(1e-9));
    }

    @Test
    void whoeverIsOnTheLineAnywayUsesNoCall() {
        world.phoneUses = Map.of("call-slot", 2.0);
        world.priceList = new PriceList("p-1", Map.of("call-slot", Price.computed(1_000)));
        world.forbiddenByPromise.add(TIP);
        DecisionRecord record = world.decided(Direction.INBOUND);

        assertThat(record.decision().ranked())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.factors().capacityPrice()).isZero());
        assertThat(Wishes.of(record, world)).isEmpty();
    }

    @Test
    void wishesNothingWhereAnotherChannelIsAsGood() {
        world.phoneUses = Map.of("call-slot", 2.0);

        assertThat(Wishes.of(world.decided(Direction.INBOUND), world)).isEmpty();
    }

    @Test
    void weighsWithTheRecordedPriceWhenReplayed() {
        world.phoneUses = Map.of("call-slot", 1.0);
        world.priceList = new PriceList("p-1", Map.of("call-slot", Price.computed(3)));
        DecisionRecord record = world.decided(Direction.INBOUND);
        world.priceList = new PriceList("p-2", Map.of("call-slot", Price.computed(300)));

        assertThat(DecideNextBestAction.replay(record, world))
                .usingRecursiveComparison()
                .isEqualTo(record.decision());
        assertThat(record.inputs().prices()).containsEntry("call-slot", Price.computed(3));
    }

    @Test
    void chargesTheDeclaredPriceWhereNoneIsComputed() {
        world.phoneUses = Map.of("call-slot", 1.0);
        world.declaredPrices = Map.of("call-slot", 2.5);

        assertThat(world.decided(Direction.INBOUND).inputs().prices()).containsEntry("call-slot", Price.declared(2.5));
    }

    private List<LimitCosts.Cost> costs(Direction direction) {
        return new LimitCosts(world.decided(direction), world, world.predictions()).costs();
    }
}
