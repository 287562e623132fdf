package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Capacity;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Vocabulary;
import org.lotse.engine.trigger.Trigger;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.model.SegmentRule;

/** Reads all files of a bundle, in the order they depend on each other. Thread-safe. */
public final class ReadRules {
    private static final Set<String> CODE = Set.of(
            "drl", "dslr", "dsl", "rdrl", "gdst", "dmn", "bpmn", "bpmn2", "xls", "xlsm", "xlsb", "xltm", "xlam", "jar",
            "class", "java", "groovy", "kts", "js", "py", "sh", "bat", "exe", "vbs");
    private final Optional<SentenceReader> sentences;

    /** Reads tables, lists and settings; a file of sentences is reported as not understood. */
    public ReadRules() {
        this.sentences = Optional.empty();
    }

    /** @param sentences who reads the files of sentences */
    public ReadRules(SentenceReader sentences) {
        this.sentences = Optional.of(sentences);
    }

    /** Everything the bundle says, and what was found while reading it. */
    public RuleContent read(RuleBundle bundle) {
        return new Run(bundle).read();
    }

    private final class Run {
        private final RuleBundle bundle;
        private final Findings findings = new Findings();

        Run(RuleBundle bundle) {
            this.bundle = bundle;
        }

        RuleContent read() {
            bundle.files().keySet().forEach(this::refuseCode);
            Vocabulary vocabulary = vocabulary();
            Catalogue catalogue = catalogue(vocabulary);
            Optional<Grid> policy = list("contact-policy");
            ContactPolicy contacts = policy.map(grid -> new ContactPolicyReader(catalogue, findings).read(grid))
                    .orElse(ContactPolicy.NONE);
            Optional<Settings> settings = settings();
            List<RuleFile> files = new ArrayList<>(tables(vocabulary, catalogue));
            List<Promise> promises = new ArrayList<>();
            List<SegmentRule> segments = new ArrayList<>();
            texts(vocabulary, catalogue, files, promises, segments);
            return new RuleContent(
                    bundle.version(),
                    InheritSensitivity.in(vocabulary, files),
                    catalogue,
                    contacts,
                    settings,
                    files,
                    promises,
                    segments,
                    triggers(vocabulary, catalogue, segments),
                    list("replies")
                            .map(grid -> new ReplyReader(vocabulary, catalogue, findings).read(grid))
                            .orElse(List.of()),
                    findings.all());
        }

        private void refuseCode(String path) {
            String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (CODE.contains(ending)) {
                findings.error(Place.ofFile(path), FindingCode.CODE_REFUSED, "file", ending);
            } else if (path.startsWith("tables/") && !ending.equals("csv") && !ending.equals("xlsx")) {
                findings.warning(Place.ofFile(path), FindingCode.NOT_UNDERSTOOD, "file", ".csv, .xlsx");
            } else if (path.startsWith("sentences/") && !ending.equals("rules")) {
                findings.warning(Place.ofFile(path), FindingCode.NOT_UNDERSTOOD, "file", ".rules");
            }
        }

        private Vocabulary vocabulary() {
            return file("vocabulary.yaml", true)
                    .flatMap(bytes -> VocabularyReader.read("vocabulary.yaml", bytes, findings))
                    .orElse(new Vocabulary(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()));
        }

        private Optional<Settings> settings() {
            return file("settings.yaml", true).flatMap(bytes -> SettingsReader.read("settings.yaml", bytes, findings));
        }

        private Catalogue catalogue(Vocabulary vocabulary) {
            Map<ChannelKey, Channel> channels = list("channels")
                    .map(grid -> new ChannelReader(vocabulary, findings).read(grid))
                    .orElse(Map.of());
            List<Grid> lists = grids("actions");
            Optional<Grid> byChannel = lists.stream()
                    .filter(grid -> Names.folded(grid.sheet()).equals("by channel"))
                    .findFirst()
                    .or(() -> list("actions-by-channel"));
            Map<ActionKey, Action> actions = lists.isEmpty()
                    ? Map.of()
                    : new ActionReader(vocabulary, channels, findings).read(lists.getFirst(), byChannel);
            List<Capacity> capacities = list("capacities")
                    .map(grid -> new CapacityReader(findings).read(grid))
                    .orElse(List.of());
            return new Catalogue(actions, channels, capacities);
        }

        private List<RuleFile> tables(Vocabulary vocabulary, Catalogue catalogue) {
            List<RuleFile> files = new ArrayList<>();
            bundle.files().forEach((path, bytes) -> {
                if (path.startsWith("tables/")) {
                    for (Grid grid : grids(path, bytes)) {
                        boolean blank = grid.rows().isEmpty() || grid.sheet().isEmpty() == false && isBlank(grid);
                        if (blank && grid.sheet().isEmpty()) {
                            findings.error(grid.whole(), FindingCode.EMPTY_TABLE, "file");
                        } else if (!blank && !TypedTables.holdsExamples(grid)) {
                            new TableReader(grid, vocabulary, catalogue, findings)
                                    .read()
                                    .ifPresent(files::add);
                        }
                    }
                }
            });
            return files;
        }

        private List<Trigger> triggers(Vocabulary vocabulary, Catalogue catalogue, List<SegmentRule> segments) {
            List<Segment> known = segments.stream().map(SegmentRule::segment).toList();
            return list("triggers")
                    .map(grid -> new TriggerReader(vocabulary, catalogue, known, findings).read(grid))
                    .orElse(List.of());
        }

        private void texts(
                Vocabulary vocabulary,
                Catalogue catalogue,
                List<RuleFile> files,
                List<Promise> promises,
                List<SegmentRule> segments) {
            bundle.files().forEach((path, bytes) -> {
                if (path.equals("promises.rules")
                        || path.equals("segments.rules")
                        || path.startsWith("sentences/") && path.endsWith(".rules")) {
                    Optional<String> text = Texts.decode(path, bytes, findings);
                    if (sentences.isEmpty()) {
                        findings.error(Place.ofFile(path), FindingCode.NOT_UNDERSTOOD, "file", ".csv, .xlsx");
                    } else if (text.isPresent()) {
                        SentenceReader.Sentences read =
                                sentences.get().read(path, text.get(), vocabulary, catalogue, findings);
                        files.addAll(read.files());
                        promises.addAll(read.promises());
                        segments.addAll(read.segments());
                    }
                }
            });
        }

        private static boolean isBlank(Grid grid) {
            for (int row = 1; row <= grid.rows().size(); row++) {
                if (!grid.isBlank(row)) {
                    return false;
                }
            }
            return true;
        }

        private Optional<byte[]> file(String path, boolean needed) {
            Optional<byte[]> bytes = bundle.file(path);
            if (bytes.isEmpty() && needed) {
                findings.error(Place.ofFile(path), FindingCode.MISSING_FILE, "");
            }
            return bytes;
        }

        /** The first sheet of a list that may be a CSV file or a workbook. */
        private Optional<Grid> list(String name) {
            return grids(name).stream().findFirst();
        }

        private List<Grid> grids(String name) {
            String csv = name + ".csv";
            String xlsx = name + ".xlsx";
            if (bundle.files().containsKey(csv) && bundle.files().containsKey(xlsx)) {
                findings.error(Place.ofFile(xlsx), FindingCode.DUPLICATE_KEY, "", csv);
            }
            return bundle.file(csv)
                    .map(bytes -> grids(csv, bytes))
                    .or(() -> bundle.file(xlsx).map(bytes -> grids(xlsx, bytes)))
                    .orElse(List.of());
        }

        private List<Grid> grids(String path, byte[] bytes) {
            if (path.endsWith(".csv")) {
                return CsvGrid.read(path, bytes, findings).stream().toList();
            }
            return path.endsWith(".xlsx") ? XlsxGrid.read(path, bytes, findings) : List.of();
        }
    }
}
