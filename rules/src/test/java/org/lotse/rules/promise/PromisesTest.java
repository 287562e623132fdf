package org.lotse.rules.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Promise;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.sentence.ReadSentences;

/** The promises of the demo company, asked of decisions. */
final class PromisesTest {
    private static final RuleContent CONTENT =
            new ReadRules(new ReadSentences()).read(RuleBundle.ofFolder(Path.of("")));
    private static final Permissions OBJECTED = new Permissions(Map.of(), Set.of(Purpose.MARKETING), Set.of());

    private static List<String> broken(
            String action, String channel, Direction direction, Permissions permissions, Map<String, Value> values) {
        Catalogue catalogue = CONTENT.catalogue();
        return new Promises(CONTENT.promises())
                        .brokenBy(new DecisionFacts(
                                path -> Optional.ofNullable(values.get(path.toString())),
                                catalogue.action(new ActionKey(action)),
                                catalogue.channel(new ChannelKey(channel)),
                                direction,
                                permissions,
                                Instant.parse("2026-11-21T12:00:00Z"),
                                ZoneId.of("Europe/Berlin")))
                        .stream()
                        .map(Promise::ref)
                        .map(ref ->
                                ref.name().substring(0, Math.min(32, ref.name().length())))
                        .toList();
    }

    @Test
    void keepsMarketingFromWhoeverObjected() {
        assertThat(broken("newsletter", "E-mail", Direction.INBOUND, OBJECTED, Map.of()))
                .containsExactly("the customer has objected to mar");
        assertThat(broken("usage-tip", "E-mail", Direction.INBOUND, OBJECTED, Map.of()))
                .isEmpty();
    }

    @Test
    void asksForTheConsentOfTheChannelOutbound() {
        assertThat(broken("newsletter", "E-mail", Direction.OUTBOUND, Permissions.NONE, Map.of()))
                .containsExactly("the consent the channel needs is");
        assertThat(broken(
                        "newsletter",
                        "E-mail",
                        Direction.OUTBOUND,
                        Permissions.NONE,
                        Map.of("email-consent", Value.of(true))))
                .isEmpty();
    }

    @Test
    void limitsVouchersAndKeepsThemWhereNothingIsKnown() {
        assertThat(broken(
                        "usage-tip",
                        "Web",
                        Direction.INBOUND,
                        Permissions.NONE,
                        Map.of("voucher-amount", Value.of(51))))
                .containsExactly("voucher amount is at most 50 EUR");
        assertThat(broken(
                        "usage-tip",
                        "Web",
                        Direction.INBOUND,
                        Permissions.NONE,
                        Map.of("voucher-amount", Value.of(50))))
                .isEmpty();
        assertThat(broken("usage-tip", "Web", Direction.INBOUND, Permissions.NONE, Map.of()))
                .isEmpty();
    }
}
