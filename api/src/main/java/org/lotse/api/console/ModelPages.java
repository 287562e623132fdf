package org.lotse.api.console;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lotse.api.insight.DriftReport;
import org.lotse.api.insight.FindUsers;
import org.lotse.api.insight.GroupReport;
import org.lotse.api.insight.ModelFinding;
import org.lotse.api.insight.ModelFindings;
import org.lotse.api.jobs.Job;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.learning.Challengers;
import org.lotse.api.model.ModelVersion;
import org.lotse.api.model.ShowModels;
import org.lotse.api.model.StartTraining;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.SubjectType;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.drift.Calibrated;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts what is known of models into the pages about them. */
@Component
class ModelPages {
    private final ShowModels models;
    private final ModelFindings findings;
    private final FindUsers users;
    private final Challengers challengers;
    private final Jobs jobs;
    private final RuleSets rules;
    private final MessageSource messages;

    ModelPages(
            ShowModels models,
            ModelFindings findings,
            FindUsers users,
            Challengers challengers,
            Jobs jobs,
            RuleSets rules,
            MessageSource messages) {
        this.models = models;
        this.findings = findings;
        this.users = users;
        this.challengers = challengers;
        this.jobs = jobs;
        this.rules = rules;
        this.messages = messages;
    }

    /**
     * A model in the list.
     *
     * @param quality how good the version that answers is, in one phrase
     * @param findings how many things have changed
     * @param percent how far its training is; negative when none runs
     */
    record Line(
            String name,
            String title,
            String task,
            String champion,
            String since,
            String quality,
            int findings,
            boolean challenged,
            int percent) {}

    /** A version in the history of a model. */
    record VersionLine(
            String version, String state, String made, String by, String rows, String quality, boolean shown) {}

    /** A change in the history of a model. */
    record ChangeLine(String version, String state, String by, String at, String reason) {}

    List<Line> lines(Locale locale) {
        Map<String, Double> running = running();
        return models.names().stream().map(name -> line(name, running, locale)).toList();
    }

    private Line line(String name, Map<String, Double> running, Locale locale) {
        ModelWords words = words(name, locale);
        List<ModelVersion> versions = models.versions(name);
        Optional<ModelVersion> champion = in(versions, ModelVersion.State.CHAMPION);
        Double share = running.get(name);
        return new Line(
                name,
                words.model(name),
                task(name, versions, words),
                champion.map(ModelVersion::version).orElse(""),
                champion.map(one -> words.time(one.changedAt(), zone())).orElse(""),
                champion.map(one -> quality(one, words)).orElse(""),
                findings.open(name),
                in(versions, ModelVersion.State.SHADOW).isPresent(),
                share == null ? -1 : (int) Math.round(100 * share));
    }

    private String task(String name, List<ModelVersion> versions, ModelWords words) {
        ModelDefinition definition = models.definitions().get(name);
        return definition != null
                ? words.say("task." + definition.task())
                : versions.isEmpty() ? "" : words.say("task.IMPORTED");
    }

    private Map<String, Double> running() {
        return jobs.unfinished(StartTraining.KIND).stream()
                .collect(Collectors.toMap(
                        job -> job.step().replaceFirst(":.*", ""), Job::progress, Math::max, TreeMap::new));
    }

    /** A training of the model that runs, whoever started it. */
    Optional<Job> running(String name) {
        return jobs.unfinished(StartTraining.KIND).stream()
                .filter(job -> job.step().startsWith(name + ":"))
                .findFirst();
    }

    private static Optional<ModelVersion> in(List<ModelVersion> versions, ModelVersion.State state) {
        return versions.stream().filter(one -> one.state() == state).findFirst();
    }

    private static String quality(ModelVersion version, ModelWords words) {
        var measured = version.report().path("evaluation");
        return switch (measured.path("kind").asString("")) {
            case "probabilities" ->
                words.say(
                        "quality.probabilities",
                        words.fixed(measured.at("/auc/value").asDouble(), 3),
                        words.percent(1
                                - measured.path("logLoss").asDouble()
                                        / Math.max(
                                                1e-12,
                                                measured.path("baseLogLoss").asDouble())));
            case "uplifts" ->
                words.say(
                        "quality.uplifts",
                        words.points(measured.at("/averageEffect/value").asDouble()),
                        words.fixed(measured.at("/qini/value").asDouble(), 3));
            case "amounts" ->
                words.say(
                        "quality.amounts",
                        words.percent(measured.path("explained").asDouble()));
            default -> "";
        };
    }

    /** Everything about one model but how it stands. */
    void show(String name, Optional<String> wanted, Model page, Locale locale) {
        List<ModelVersion> versions = models.versions(name);
        if (versions.isEmpty() && !models.definitions().containsKey(name)) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/console/models/" + name);
        }
        ModelWords words = words(name, locale);
        Optional<ModelVersion> shown = versions.stream()
                .filter(one -> wanted.filter(one.version()::equals).isPresent())
                .findFirst()
                .or(() -> in(versions, ModelVersion.State.CHAMPION))
                .or(() -> versions.stream().findFirst());
        page.addAttribute("name", name);
        page.addAttribute("title", words.model(name));
        page.addAttribute("task", task(name, versions, words));
        page.addAttribute("trainable", models.definitions().containsKey(name));
        page.addAttribute(
                "view",
                shown.map(one -> new ReadModel(words, one, models.portrait(name, one.version()), zone()).view())
                        .orElse(null));
        page.addAttribute(
                "versions",
                versions.stream()
                        .map(one -> versionLine(
                                one, words, shown.filter(one::equals).isPresent()))
                        .toList());
        page.addAttribute(
                "changes",
                models.changes(name).stream()
                        .map(one -> new ChangeLine(
                                one.version(),
                                one.state().name(),
                                one.by(),
                                words.time(one.at(), zone()),
                                one.reason()))
                        .toList());
        page.addAttribute("hasBefore", versions.stream().anyMatch(one -> one.state() == ModelVersion.State.RETIRED));
        page.addAttribute("users", users.of(name, locale));
        page.addAttribute(
                "trial",
                challengers.standing(name).map(one -> trial(one, words)).orElse(null));
    }

    /** What the trials of a challenger say, in a sentence. */
    record Trial(String challenger, String verdict, String text) {}

    private static Trial trial(Challengers.Standing standing, ModelWords words) {
        return standing.judged()
                .map(judged -> new Trial(
                        standing.challenger(),
                        judged.verdict().name(),
                        words.say(
                                "trial." + judged.verdict(),
                                judged.trials(),
                                words.fixed(judged.championLoss(), 4),
                                words.fixed(judged.challengerLoss(), 4),
                                words.fixed(judged.gain().low(), 4),
                                words.fixed(judged.gain().high(), 4))))
                .orElseGet(() -> new Trial(standing.challenger(), "WAIT", words.say("trial.alone")));
    }

    private VersionLine versionLine(ModelVersion version, ModelWords words, boolean shown) {
        return new VersionLine(
                version.version(),
                version.state().name(),
                words.time(version.madeAt(), zone()),
                version.madeBy(),
                words.number(version.provenance().path("rows").asLong(), 0),
                quality(version, words),
                shown);
    }

    /** A line of what is watched. */
    record Watched(
            String what, String title, String earlier, String recent, String size, String noise, String verdict) {}

    /** A finding that was kept. */
    record Found(String text, boolean open) {}

    /** How the model stands. */
    void drift(Optional<DriftReport> report, Model page, Locale locale) {
        if (report.isEmpty()) {
            page.addAttribute("report", null);
            return;
        }
        DriftReport drift = report.get();
        ModelWords words = words(drift.model(), locale);
        page.addAttribute("report", drift);
        page.addAttribute("from", words.time(drift.recentFrom(), zone()));
        page.addAttribute("since", words.time(drift.earlierFrom(), zone()));
        page.addAttribute(
                "watched",
                drift.watched().stream().map(one -> watched(one, words)).toList());
        page.addAttribute(
                "calibration",
                drift.calibration().map(one -> calibrated(one, words)).orElse(""));
        page.addAttribute("groups", drift.calibration().map(Calibrated::groups).orElse(List.of()));
        page.addAttribute(
                "found",
                findings.of(drift.model()).stream()
                        .sorted(Comparator.comparing(
                                (ModelFinding one) -> one.endedAt().isPresent()))
                        .limit(10)
                        .map(one -> new Found(
                                words.say(
                                        one.endedAt().isPresent() ? "drift.found.over" : "drift.found.open",
                                        words.say("drift.kind." + one.kind()),
                                        one.kind() == DriftReport.Kind.INPUT ? words.input(one.name()) : "",
                                        words.time(one.firstSeen(), zone()),
                                        words.time(one.endedAt().orElse(one.lastSeen()), zone())),
                                one.endedAt().isEmpty()))
                        .toList());
    }

    /** A group of people as a row. */
    record GroupLine(String value, String people, String score, String error, String offered) {}

    /** A sensitive attribute with its groups. */
    record GroupTable(String title, boolean notable, String withheld, List<GroupLine> groups) {}

    /** Whether groups of people are treated differently. */
    void groups(Optional<GroupReport> report, String model, Model page, Locale locale) {
        ModelWords words = words(model, locale);
        page.addAttribute(
                "attributes",
                report.map(GroupReport::attributes).orElse(List.of()).stream()
                        .map(one -> new GroupTable(
                                one.title(),
                                one.notable(),
                                one.withheld() == 0 ? "" : words.say("groups.withheld", one.withheld()),
                                one.groups().stream()
                                        .map(group -> groupLine(group, words))
                                        .toList()))
                        .toList());
    }

    private static GroupLine groupLine(GroupReport.PeopleGroup group, ModelWords words) {
        return new GroupLine(
                group.value(),
                words.number(group.people(), 0),
                words.number(group.score(), 3),
                group.settled() == 0
                        ? ""
                        : words.say(
                                "groups.error.interval",
                                words.points(group.error()),
                                words.points(group.errorLow()),
                                words.points(group.errorHigh())),
                words.say(
                        "groups.offered.interval",
                        words.percent(group.offered()),
                        words.percent(group.offeredLow()),
                        words.percent(group.offeredHigh())));
    }

    private static Watched watched(DriftReport.Watched one, ModelWords words) {
        boolean index = one.kind() != DriftReport.Kind.CALIBRATION;
        return new Watched(
                words.say("drift.kind." + one.kind()),
                one.kind() == DriftReport.Kind.INPUT ? one.title() : "",
                index ? words.number(one.earlier(), 0) : "",
                words.number(one.recent(), 0),
                index ? words.fixed(one.size(), 3) : words.percent(one.size()),
                index ? words.fixed(one.noise(), 3) : "",
                one.verdict().name());
    }

    private static String calibrated(Calibrated calibrated, ModelWords words) {
        return calibrated.isTooFew()
                ? words.say("drift.calibration.few", calibrated.rows(), Calibrated.FEWEST)
                : words.say(
                        "drift.calibration",
                        words.number(calibrated.rows(), 0),
                        words.percent(calibrated.predicted()),
                        words.percent(calibrated.observed()),
                        words.percent(calibrated.low()),
                        words.percent(calibrated.high()));
    }

    private ModelWords words(String name, Locale locale) {
        SubjectType subject = Optional.ofNullable(models.definitions().get(name))
                .flatMap(ModelDefinition::subject)
                .orElse(SubjectType.CUSTOMER);
        return new ModelWords(messages, rules.active(), subject, locale);
    }

    private ZoneId zone() {
        return rules.active().settings().zone();
    }
}
