package org.lotse.api.imports;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.values.Suggest;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Vocabulary;

/**
 * How the lines of a file become subjects, as a mapping file says and the vocabulary allows. One instance reads one file.
 *
 * @param skipWhen any of these leaves a line out
 */
record Mapping(
        String name,
        Form form,
        SubjectType subject,
        IdSource id,
        List<Condition> skipWhen,
        TimeSource validFrom,
        Map<Term, CellSource> attributes,
        Map<String, LinkSource> links,
        List<ConsentSource> consents,
        List<ObjectionSource> objections,
        List<EventSource> events) {

    /** How the file is written: {@code csv} or {@code ndjson}; delimiter and charset empty when found from the file. */
    record Form(boolean ndjson, Optional<Character> delimiter, Optional<Charset> charset) {}

    record LinkSource(SubjectType target, IdSource id) {}

    record ConsentSource(
            ChannelKey channel, Purpose purpose, CellSource granted, TimeSource at, Optional<CellSource> evidence) {}

    record ObjectionSource(Optional<ChannelKey> channel, Purpose purpose, List<Condition> when, TimeSource at) {}

    /** An event of a line; without an id of its own it is named by the mapping, its number and the line's hash. */
    record EventSource(
            EventType type, List<Condition> when, TimeSource at, Optional<IdSource> id, Map<String, CellSource> data) {}

    /** Every column the header must have. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(id.columns());
        skipWhen.forEach(condition -> columns.add(condition.column()));
        times().forEach(time -> columns.addAll(time.neededColumns()));
        attributes.values().forEach(source -> columns.addAll(source.columns()));
        links.values().forEach(link -> columns.addAll(link.id().columns()));
        consents.forEach(consent -> {
            columns.addAll(consent.granted().columns());
            consent.evidence().ifPresent(evidence -> columns.addAll(evidence.columns()));
        });
        objections.forEach(objection -> objection.when().forEach(condition -> columns.add(condition.column())));
        for (EventSource event : events) {
            event.when().forEach(condition -> columns.add(condition.column()));
            event.id().ifPresent(eventId -> columns.addAll(eventId.columns()));
            event.data().values().forEach(source -> columns.addAll(source.columns()));
        }
        columns.remove(Row.LINE);
        return columns;
    }

    /** Every time of the mapping, each of which must see every line. */
    List<TimeSource> times() {
        List<TimeSource> times = new ArrayList<>(List.of(validFrom));
        consents.forEach(consent -> times.add(consent.at()));
        objections.forEach(objection -> times.add(objection.at()));
        events.forEach(event -> times.add(event.at()));
        return times;
    }

    /**
     * Reads a mapping.
     *
     * @param channels over which somebody can be contacted; empty when not known
     * @throws ProblemException naming the place in the mapping that is not understood or not in the vocabulary
     */
    static Mapping read(Node root, Vocabulary vocabulary, Set<String> channels, Instant now, ZoneId company) {
        return new Reading(root, vocabulary, channels, now, company).mapping();
    }

    /** One reading. */
    private static final class Reading {
        private final Map<String, Node> fields;
        private final Vocabulary vocabulary;
        private final Set<String> channels;
        private final Instant now;
        private final ZoneId company;
        private final ReadCells cells;
        private final SubjectType type;

        Reading(Node root, Vocabulary vocabulary, Set<String> channels, Instant now, ZoneId company) {
            this.fields = root.map(
                    "name",
                    "about",
                    "format",
                    "delimiter",
                    "charset",
                    "decimal",
                    "missing",
                    "subject",
                    "id",
                    "skip-when",
                    "valid-from",
                    "attributes",
                    "links",
                    "consents",
                    "objections",
                    "events");
            this.vocabulary = vocabulary;
            this.channels = channels;
            this.now = now;
            this.company = company;
            this.cells = new ReadCells(
                    fields.containsKey("decimal")
                            && fields.get("decimal").oneOf("point", "comma").equals("comma"),
                    Set.copyOf(new LinkedHashSet<>(Node.texts(field("missing")))));
            Node subject = needed("subject");
            this.type = vocabulary.subjects().keySet().stream()
                    .filter(known -> known.value().equals(subject.text()))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.of(
                            ProblemKind.UNKNOWN_SUBJECT_TYPE,
                            subject.text(),
                            vocabulary.subjects().keySet()));
        }

        Mapping mapping() {
            return new Mapping(
                    needed("name").text(),
                    form(),
                    type,
                    IdSource.read(needed("id")),
                    Condition.readAll(field("skip-when"), cells),
                    time(field("valid-from")),
                    attributes(),
                    links(),
                    list("consents").stream().map(this::consent).toList(),
                    list("objections").stream().map(this::objection).toList(),
                    list("events").stream().map(this::event).toList());
        }

        private Form form() {
            String delimiter = field("delimiter")
                    .map(node -> node.oneOf("auto", ",", ";", "|", "tab", "\t"))
                    .orElse("auto");
            return new Form(
                    field("format")
                            .map(node -> node.oneOf("csv", "ndjson"))
                            .orElse("csv")
                            .equals("ndjson"),
                    switch (delimiter) {
                        case "auto" -> Optional.empty();
                        case "tab" -> Optional.of('\t');
                        default -> Optional.of(delimiter.charAt(0));
                    },
                    field("charset").filter(node -> !node.text().equals("auto")).map(Reading::charset));
        }

        private static Charset charset(Node node) {
            try {
                return Charset.forName(node.text());
            } catch (IllegalArgumentException e) {
                throw Node.wrong(node.path(), "NO_CHARSET", node.text());
            }
        }

        private Map<Term, CellSource> attributes() {
            Map<Term, CellSource> attributes = new LinkedHashMap<>();
            field("attributes")
                    .map(Node::anyMap)
                    .orElse(Map.of())
                    .forEach((key, node) -> attributes.put(term(key, node), CellSource.timeless(node, cells)));
            return attributes;
        }

        private Term term(String key, Node node) {
            List<String> known = vocabulary.terms(type).values().stream()
                    .filter(term -> term.source() instanceof Source.Attribute)
                    .map(term -> term.key().value())
                    .toList();
            if (!known.contains(key)) {
                throw Node.wrong(
                        node.path(),
                        "UNKNOWN_TERM",
                        key,
                        type,
                        Suggest.nearest(key, known).orElse(String.join(", ", known)));
            }
            return vocabulary.term(type, new TermKey(key)).orElseThrow();
        }

        private Map<String, LinkSource> links() {
            Map<String, SubjectType> declared = vocabulary.links().getOrDefault(type, Map.of());
            Map<String, LinkSource> links = new LinkedHashMap<>();
            field("links").map(Node::anyMap).orElse(Map.of()).forEach((name, node) -> {
                if (!declared.containsKey(name)) {
                    throw Node.wrong(node.path(), "UNKNOWN_LINK", name, type, declared.keySet());
                }
                links.put(name, new LinkSource(declared.get(name), IdSource.read(node)));
            });
            return links;
        }

        private ConsentSource consent(Node node) {
            Map<String, Node> consent = node.map("channel", "granted", "at", "purpose", "evidence");
            return new ConsentSource(
                    channel(in(node, consent, "channel")),
                    purpose(consent),
                    CellSource.timeless(in(node, consent, "granted"), cells),
                    time(Optional.ofNullable(consent.get("at"))),
                    Optional.ofNullable(consent.get("evidence")).map(evidence -> CellSource.timeless(evidence, cells)));
        }

        private ObjectionSource objection(Node node) {
            Map<String, Node> objection = node.map("channel", "when", "at", "purpose");
            return new ObjectionSource(
                    Optional.ofNullable(objection.get("channel")).map(this::channel),
                    purpose(objection),
                    Condition.readAll(Optional.ofNullable(objection.get("when")), cells),
                    time(Optional.ofNullable(objection.get("at"))));
        }

        private EventSource event(Node node) {
            Map<String, Node> event = node.map("type", "when", "at", "id", "data");
            String key = in(node, event, "type").text();
            EventType eventType = vocabulary.events().get(key);
            if (eventType == null) {
                throw Node.wrong(
                        node.path() + "/type",
                        "UNKNOWN_EVENT",
                        key,
                        Suggest.nearest(key, vocabulary.events().keySet())
                                .orElse(String.join(", ", vocabulary.events().keySet())));
            }
            Map<String, CellSource> data = new LinkedHashMap<>();
            Optional.ofNullable(event.get("data"))
                    .map(Node::anyMap)
                    .orElse(Map.of())
                    .forEach((name, source) -> {
                        TermType declared = eventType.data().get(name);
                        if (declared == null) {
                            throw Node.wrong(
                                    source.path(),
                                    "UNKNOWN_FIELD",
                                    name,
                                    String.join(
                                            ", ", new TreeSet<>(eventType.data().keySet())));
                        }
                        data.put(name, CellSource.read(source, cells));
                    });
            return new EventSource(
                    eventType,
                    Condition.readAll(Optional.ofNullable(event.get("when")), cells),
                    time(Optional.ofNullable(event.get("at"))),
                    Optional.ofNullable(event.get("id")).map(IdSource::read),
                    data);
        }

        private static Purpose purpose(Map<String, Node> fields) {
            return fields.containsKey("purpose")
                            && fields.get("purpose")
                                    .oneOf("marketing", "service")
                                    .equals("service")
                    ? Purpose.SERVICE
                    : Purpose.MARKETING;
        }

        private ChannelKey channel(Node node) {
            String key = node.text();
            if (!channels.isEmpty() && !channels.contains(key)) {
                throw Node.wrong(node.path(), "UNKNOWN_WORD", key, String.join(", ", new TreeSet<>(channels)));
            }
            return new ChannelKey(key);
        }

        private TimeSource time(Optional<Node> node) {
            return TimeSource.read(node, now, company);
        }

        private Optional<Node> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        private List<Node> list(String name) {
            return field(name).map(Node::list).orElse(List.of());
        }

        private Node needed(String name) {
            return field(name).orElseThrow(() -> Node.wrong("/" + name, "MISSING"));
        }

        private static Node in(Node parent, Map<String, Node> fields, String name) {
            return Optional.ofNullable(fields.get(name))
                    .orElseThrow(() -> Node.wrong(parent.path() + "/" + name, "MISSING"));
        }
    }
}
