package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a YAML file together with where it stands. Only the tree of texts is read; no tag of the file ever names or
 * makes an object.
 */
final class YamlPart {
    private final String file;
    private final String path;
    private final Node node;
    private final Findings findings;

    private YamlPart(String file, String path, Node node, Findings findings) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.findings = findings;
    }

    /** The whole file, or nothing and a finding. */
    static Optional<YamlPart> read(String file, byte[] bytes, Findings findings) {
        return Texts.decode(file, bytes, findings).flatMap(text -> parse(file, text, findings));
    }

    private static Optional<YamlPart> parse(String file, String text, Findings findings) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(20);
        limits.setNestingDepthLimit(30);
        limits.setCodePointLimit(2_000_000);
        limits.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(limits).compose(new java.io.StringReader(text));
            if (root == null) {
                findings.error(Place.ofFile(file), FindingCode.EMPTY_TABLE, "file");
                return Optional.empty();
            }
            return Optional.of(new YamlPart(file, "", root, findings));
        } catch (YAMLException | StackOverflowError damaged) {
            int line = damaged instanceof org.yaml.snakeyaml.error.MarkedYAMLException marked
                            && marked.getProblemMark() != null
                    ? marked.getProblemMark().getLine() + 1
                    : 0;
            findings.error(Place.ofLine(file, line), FindingCode.FILE_DAMAGED, "yaml");
            return Optional.empty();
        }
    }

    /** Where this part stands. */
    Place place() {
        int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
        return new Place(file, "", path, line);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The text of a single value; a list or a map is reported and reads as empty. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        findings.error(place(), FindingCode.NOT_UNDERSTOOD, "yaml-text", path);
        return "";
    }

    /** The text under a key, if there is one. */
    Optional<String> text(String key) {
        return part(key).map(YamlPart::text);
    }

    /** The part under a key. */
    Optional<YamlPart> part(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The entries of a map in their order; anything else is reported and reads as empty. */
    Map<String, YamlPart> entries() {
        Map<String, YamlPart> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                String below = path.isEmpty() ? key : path + "." + key;
                YamlPart part = new YamlPart(file, below, tuple.getValueNode(), findings);
                if (entries.putIfAbsent(key, part) != null) {
                    findings.error(part.place(), FindingCode.DUPLICATE_KEY, "", key);
                }
            }
        } else if (!isEmptyText()) {
            findings.error(place(), FindingCode.NOT_UNDERSTOOD, "yaml-map", path);
        }
        return entries;
    }

    /** The items of a list; a single value is a list of one. */
    List<YamlPart> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return isEmptyText() ? List.of() : List.of(this);
        }
        List<YamlPart> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlPart(file, path + "[" + items.size() + "]", item, findings));
        }
        return items;
    }

    /** Reports every key that is none of these. */
    void onlyKeys(Set<String> known) {
        entries().forEach((key, part) -> {
            if (!known.contains(key)) {
                findings.error(
                        part.place(),
                        FindingCode.NOT_UNDERSTOOD,
                        "key",
                        key,
                        Names.nearest(key, known).orElse(String.join(", ", known)));
            }
        });
    }

    /** Reports this part as an error. */
    void error(FindingCode code, String variant, Object... parts) {
        findings.error(place(), code, variant, parts);
    }

    /** Runs a reading that may fail; a failure is reported here. */
    <T> Optional<T> reading(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (NotReadable bad) {
            bad.reportAt(place(), findings);
        } catch (IllegalArgumentException bad) {
            findings.error(place(), FindingCode.NOT_UNDERSTOOD, "value", message(bad.getMessage()));
        }
        return Optional.empty();
    }

    /** Something read from a part. */
    interface Reading<T> {
        T read() throws NotReadable;
    }

    private boolean isEmptyText() {
        return node instanceof ScalarNode scalar
                && (scalar.getValue().isBlank() || scalar.getValue().equals("null"));
    }

    private static String message(@Nullable String message) {
        return message == null ? "?" : message;
    }
}
