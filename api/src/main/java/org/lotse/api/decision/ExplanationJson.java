package org.lotse.api.decision;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.Part;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Why the winner won, and for every other candidate the one thing in its way and what would remove it. */
final class ExplanationJson {
    private final Words words;
    private final AnswerJson answers;

    ExplanationJson(Words words, AnswerJson answers) {
        this.words = words;
        this.answers = answers;
    }

    /**
     * The explanation of a decision.
     *
     * @param action only this candidate among the losers; null for all
     */
    ObjectNode write(DecisionRecord record, Decision decision, @org.jspecify.annotations.Nullable String action) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("decisionId", record.id());
        if (decision.ranked().isEmpty()) {
            node.putNull("winner");
        } else {
            node.set("winner", answers.ranked(record, decision, 0));
        }
        ArrayNode alsoChosen = node.putArray("alsoChosen");
        for (int rank = 1; rank < decision.ranked().size(); rank++) {
            alsoChosen.add(answers.ranked(record, decision, rank));
        }
        node.putObject("doNothing")
                .put("priority", 0.0)
                .put("rank", decision.rankOfNothing())
                .put("text", words.of("explanation.NOTHING", String.valueOf(decision.rankOfNothing())));
        control(record, decision, node);
        node.set("prices", ArbitrationJson.prices(record.inputs().prices()));
        ArrayNode notChosen = node.putArray("notChosen");
        decision.notChosen().stream()
                .filter(loser -> action == null || loser.candidate().toString().equals(action))
                .forEach(loser -> write(loser, notChosen.addObject()));
        return node;
    }

    /** That the person is held out, and what would have come first otherwise. */
    private void control(DecisionRecord record, Decision decision, ObjectNode node) {
        if (record.inputs().control()) {
            ObjectNode control = node.putObject("control").put("code", "CONTROL_GROUP");
            decision.withheld().ifPresent(first -> {
                ObjectNode withheld = control.putObject("withheld")
                        .put("action", first.candidate().toString());
                first.channel().ifPresent(channel -> withheld.put("channel", channel.value()));
                withheld.put("priority", first.factors().priority());
            });
            control.put("text", words.of("reason.CONTROL_GROUP"));
        }
    }

    private void write(Decision.NotChosen loser, ObjectNode node) {
        node.put("action", loser.candidate().toString());
        node.put("title", words.title(loser.candidate()));
        node.put("stage", loser.rejection().stage().name());
        detail(loser.rejection(), node);
        node.put("text", text(loser));
    }

    private void detail(Rejection rejection, ObjectNode node) {
        switch (rejection) {
            case Rejection.ByRules(Verdict.Forbidden(var layer, Firing by)) -> firing(by, true, node);
            case Rejection.ByRules(Verdict.NotAllowed(var layer, Firing nearest)) -> firing(nearest, false, node);
            case Rejection.ChannelForbidden(var channel, Firing by) -> {
                node.put("channel", channel.value());
                firing(by, true, node);
            }
            case Rejection.CapReached reached -> {
                node.put("channel", reached.channel().value());
                new CapWords(words).detail(reached, node);
            }
            case Rejection.BreaksPromise(var channel, var promise) -> {
                node.put("channel", channel.value());
                ReasonJson.row(promise, node);
            }
            case Rejection.NoConsent(var channel, var consent) ->
                node.put("channel", channel.value()).put("term", consent.value());
            case Rejection.BelowMinimum(var channel, var factors, double needed) -> {
                node.put("channel", channel.value());
                node.put("value", factors.priority()).put("needed", needed);
                node.set("factors", AnswerJson.factors(factors));
            }
            case Rejection.Outranked outranked -> {
                outranked.channel().ifPresent(channel -> node.put("channel", channel.value()));
                node.put("rank", outranked.rank());
                node.put("value", outranked.factors().priority()).put("needed", outranked.needed());
                node.set("factors", AnswerJson.factors(outranked.factors()));
            }
            case Rejection.PartUnavailable(Part part) -> node.put("part", part.name());
            case Rejection.NoPlacement(String group) -> node.put("value", group);
            case Rejection.PlacedElsewhere(var channel, var cap, var placement) ->
                node.put("channel", channel.value()).put("rule", cap).put("placement", placement);
            case Rejection.InControlGroup(var channel, var factors) -> {
                channel.ifPresent(over -> node.put("channel", over.value()));
                node.put("value", factors.priority());
                node.set("factors", AnswerJson.factors(factors));
            }
            case Rejection.NoLegalBasis(var purpose) ->
                node.put("purpose", purpose.name()).put("needed", "retention." + purposeKey(purpose) + ".basis");
            case Rejection.WrongPurpose(var purpose, List<TermPath> terms) ->
                node.put("purpose", purpose.name())
                        .put("term", terms.stream().map(TermPath::toString).collect(Collectors.joining(", ")));
            case Rejection.ValueUnknown(List<TermPath> missing) ->
                node.put("term", missing.stream().map(TermPath::toString).collect(Collectors.joining(", ")));
            default -> {}
        }
    }

    /** The row, and the first condition that decided it: the met one of a "no", the unmet one of a missing "yes". */
    private static void firing(Firing firing, boolean met, ObjectNode node) {
        ReasonJson.row(firing.row(), node);
        firing.comparisons().stream()
                .filter(comparison -> comparison.met() == met)
                .findFirst()
                .ifPresent(comparison -> comparison(comparison, node));
    }

    static void comparison(Comparison comparison, ObjectNode node) {
        if (!comparison.cell().isEmpty()) {
            node.put("cell", comparison.cell());
        }
        node.put("term", comparison.term().toString());
        comparison.read().ifPresentOrElse(value -> put(node, "value", value), () -> node.putNull("value"));
        node.put("operator", comparison.operator().name());
        if (comparison.needed().size() == 1) {
            put(node, "needed", comparison.needed().getFirst());
        } else {
            ArrayNode needed = node.putArray("needed");
            comparison.needed().forEach(value -> needed.add(value.toString()));
        }
    }

    static void put(ObjectNode node, String member, Value value) {
        switch (value) {
            case Value.Num(double number) -> node.put(member, number);
            case Value.YesNo(boolean yes) -> node.put(member, yes);
            case Value.Text text -> node.put(member, text.value());
            case Value.Choice choice -> node.put(member, choice.key());
            case Value.Date(var day) -> node.put(member, day.toString());
        }
    }

    private String text(Decision.NotChosen loser) {
        return switch (loser.rejection()) {
            case Rejection.NotValid ignored -> validity(loser.rejection());
            case Rejection.PartUnavailable(Part part) -> words.of("not.DEGRADED", words.part(part));
            case Rejection.NoPlacement(String group) -> words.of("not.PLACEMENT", group);
            case Rejection.PlacedElsewhere(var channel, var cap, var placement) ->
                words.of("not.PLACED_ELSEWHERE", placement, cap);
            case Rejection.InControlGroup ignored -> words.of("reason.CONTROL_GROUP");
            case Rejection.NoLegalBasis(var purpose) -> words.of("not.LEGAL_BASIS", purposeKey(purpose));
            case Rejection.WrongPurpose(var purpose, List<TermPath> terms) ->
                words.of(
                        "not.PURPOSE",
                        purposeKey(purpose),
                        terms.stream().map(words::title).collect(Collectors.joining(", ")));
            case Rejection.ByRules(Verdict.Forbidden(var layer, Firing by)) ->
                by.comparisons().isEmpty()
                        ? words.of("not.FORBIDDEN_ALWAYS", words.row(by.row()))
                        : words.of("not.FORBIDDEN", words.row(by.row()), words.comparisons(by.comparisons()));
            case Rejection.ByRules(Verdict.NotAllowed(var layer, Firing nearest)) ->
                words.of(
                        "not.NOT_ALLOWED",
                        words.row(nearest.row()),
                        words.comparisons(nearest.comparisons().stream()
                                .filter(comparison -> !comparison.met())
                                .toList()));
            case Rejection.ByRules ignored -> words.of("not.VALIDITY");
            case Rejection.NoChannel(var has, var asked, var direction) ->
                words.of("not.CHANNEL", has.stream().map(words::title).collect(Collectors.joining(", ")));
            case Rejection.ChannelClosed(var channel) -> words.of("not.CHANNEL_CLOSED", words.title(channel));
            case Rejection.ChannelForbidden(var channel, Firing by) ->
                words.of("not.CHANNEL_FORBIDDEN", words.title(channel), words.row(by.row()));
            case Rejection.NoConsent(var channel, var consent) -> words.of("not.NO_CONSENT", words.title(channel));
            case Rejection.Objected(var channel, var purpose) -> words.of("not.OBJECTED", words.title(channel));
            case Rejection.CapReached reached -> capReached(reached);
            case Rejection.BreaksPromise(var channel, var promise) -> words.of("not.PROMISE", words.row(promise));
            case Rejection.NoPrediction(var model, var channel) -> words.of("not.PREDICTION", words.title(channel));
            case Rejection.ValueUnknown(List<TermPath> missing) ->
                words.of("not.VALUE", missing.stream().map(words::title).collect(Collectors.joining(", ")));
            case Rejection.BelowMinimum(var channel, var factors, double needed) ->
                words.of(
                        "not.BELOW_MINIMUM",
                        words.format().money(factors.priority()),
                        words.format().money(needed));
            case Rejection.Outranked outranked -> outranked(outranked);
        };
    }

    private static String purposeKey(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    private String validity(Rejection rejection) {
        if (!(rejection instanceof Rejection.NotValid(var from, var until))) {
            return words.of("not.VALIDITY");
        }
        return from.map(day -> words.of("not.VALIDITY_FROM", words.format().day(day)))
                .or(() -> until.map(
                        day -> words.of("not.VALIDITY_UNTIL", words.format().day(day))))
                .orElseGet(() -> words.of("not.VALIDITY"));
    }

    private String outranked(Rejection.Outranked outranked) {
        double own = outranked.factors().priority();
        double needed = outranked.needed();
        String behind = words.format().percent(needed <= 0 ? 0 : (needed - own) / needed);
        return ReasonJson.isSubject(outranked.by())
                ? words.of(
                        "not.OUTRANKED_SUBJECT",
                        outranked.by(),
                        words.format().number(needed),
                        words.format().number(own),
                        behind)
                : words.of(
                        "not.OUTRANKED",
                        ReasonJson.candidate(outranked.by(), words),
                        words.format().money(needed),
                        words.format().money(own),
                        behind);
    }

    private String capReached(Rejection.CapReached reached) {
        return new CapWords(words).text(reached);
    }
}
