package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.Vocabulary;

/** Says what may be typed into the lists: actions, channels, contact policy, capacities, texts and triggers. */
final class DescribeLists {
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final List<String> DIRECTIONS = List.of("outbound", "inbound", "both");

    private final Vocabulary vocabulary;
    private final Catalogue catalogue;

    DescribeLists(Vocabulary vocabulary, Catalogue catalogue) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
    }

    /** The columns of a list with these headings; of another file nothing is known. */
    List<DescribeColumns.Described> of(String path, List<String> headings) {
        Map<String, Offered> offered = offered(path.replaceFirst("\\.[a-z]+$", ""));
        return headings.stream()
                .map(heading -> offered.getOrDefault(Names.folded(heading), Offered.NOTHING))
                .map(each -> each.values().isEmpty()
                        ? DescribeColumns.Described.OTHER
                        : new DescribeColumns.Described(
                                DescribeColumns.Kind.OTHER, "CHOICE", each.values(), each.several()))
                .toList();
    }

    private record Offered(List<String> values, boolean several) {
        static final Offered NOTHING = new Offered(List.of(), false);

        static Offered one(List<String> values) {
            return new Offered(values, false);
        }

        static Offered several(List<String> values) {
            return new Offered(values, true);
        }
    }

    private Map<String, Offered> offered(String list) {
        return switch (list) {
            case "actions" ->
                Map.of(
                        "group", Offered.one(groups()),
                        "purpose", Offered.one(List.of("marketing", "service")),
                        "channels", Offered.several(channels()),
                        "effect", Offered.one(List.of("needs-offer", "uplift")),
                        "uses if accepted", Offered.several(used()),
                        "model", Offered.one(models()));
            case "channels" -> Map.of("consent term", Offered.one(consents()), "direction", Offered.one(DIRECTIONS));
            case "contact-policy" ->
                Map.of(
                        "scope", Offered.one(scopes()),
                        "window", Offered.one(List.of("day", "week", "month", "quarter", "year", "7 days", "30 days")),
                        "kind", Offered.one(List.of("rolling", "calendar")),
                        "direction", Offered.one(DIRECTIONS));
            case "capacities" -> Map.of("per", Offered.one(List.of("hour", "day", "week", "month", "quarter", "year")));
            case "replies" ->
                Map.of(
                        "intent", Offered.one(intents()),
                        "language", Offered.one(List.of("en", "de")),
                        "needs approval", Offered.one(YES_NO));
            case "triggers" ->
                Map.of(
                        "on event", Offered.one(List.copyOf(vocabulary.events().keySet())),
                        "decision",
                                Offered.one(List.copyOf(vocabulary.decisions().keySet())),
                        "channel", Offered.one(channels()));
            default -> Map.of();
        };
    }

    private List<String> groups() {
        return distinct(catalogue.actions().values().stream().map(Action::group));
    }

    private List<String> models() {
        return distinct(catalogue.actions().values().stream()
                .map(action -> action.economics().model())
                .filter(model -> !model.isEmpty()));
    }

    /** What actions use today; the amount behind the colon is changed by hand. */
    private List<String> used() {
        return distinct(catalogue.actions().values().stream()
                .flatMap(action -> action.usesIfAccepted().entrySet().stream())
                .map(use -> use.getKey() + ":" + plain(use.getValue())));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private List<String> channels() {
        return catalogue.channels().values().stream()
                .map(channel -> channel.title().in(Language.EN))
                .toList();
    }

    private List<String> consents() {
        return vocabulary.terms(SubjectType.CUSTOMER).values().stream()
                .filter(term -> term.source() instanceof Source.Consent)
                .map(term -> term.key().value())
                .toList();
    }

    private List<String> scopes() {
        List<String> scopes = new ArrayList<>(List.of("person", "purpose:marketing", "purpose:service"));
        channels().forEach(channel -> scopes.add("channel:" + channel));
        groups().forEach(group -> scopes.add("group:" + group));
        catalogue.actions().keySet().forEach(action -> scopes.add("action:" + action.value()));
        return scopes;
    }

    /** What a text can be about: an action, a decision, or what somebody wants. */
    private List<String> intents() {
        Stream<String> wanted = vocabulary.subjects().keySet().stream()
                .flatMap(type -> vocabulary.terms(type).values().stream())
                .filter(term -> term.key().value().equals("intent"))
                .map(Term::values)
                .flatMap(values -> values.values().stream())
                .map(title -> title.in(Language.EN));
        return Stream.of(
                        catalogue.actions().keySet().stream().map(action -> action.value()),
                        vocabulary.decisions().keySet().stream(),
                        wanted)
                .flatMap(each -> each)
                .toList();
    }

    private static List<String> distinct(Stream<String> words) {
        Set<String> sorted = new TreeSet<>();
        words.forEach(sorted::add);
        return List.copyOf(sorted);
    }
}
