package org.lotse.api.rule;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.rules.change.CompareBundles;
import org.lotse.rules.change.Conflict;
import org.lotse.rules.read.RuleBundle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What differs between versions, bringing a draft up to date, and whole versions as an archive. */
@RestController
@RequestMapping("/v1/rules")
class CompareController {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final JdbcDrafts drafts;
    private final JdbcRuleBundles bundles;
    private final JdbcActivations activations;
    private final JdbcRuleSets ruleSets;
    private final EditDrafts edit;
    private final MergeDrafts merge;
    private final Clock clock;

    CompareController(
            JdbcDrafts drafts,
            JdbcRuleBundles bundles,
            JdbcActivations activations,
            JdbcRuleSets ruleSets,
            EditDrafts edit,
            MergeDrafts merge,
            Clock clock) {
        this.drafts = drafts;
        this.bundles = bundles;
        this.activations = activations;
        this.ruleSets = ruleSets;
        this.edit = edit;
        this.merge = merge;
        this.clock = clock;
    }

    /** What differs from one version to another. */
    record Differences(String from, String to, List<ChangeBody> changes) {}

    /**
     * What a merge would do.
     *
     * @param conflicts what somebody has to say, each with its id
     * @param theirs what came into force since the draft was begun
     * @param mine what the draft changes in the rules in force, without the conflicts
     */
    record Merge(
            String base, String active, List<ConflictBody> conflicts, List<ChangeBody> theirs, List<ChangeBody> mine) {}

    /** A conflict and the id under which it is resolved. */
    record ConflictBody(
            String id,
            String file,
            String sheet,
            String place,
            String name,
            String heading,
            String base,
            String mine,
            String theirs) {
        static ConflictBody of(Conflict conflict) {
            return new ConflictBody(
                    conflict.id(),
                    conflict.file(),
                    conflict.sheet(),
                    conflict.place(),
                    conflict.name(),
                    conflict.heading(),
                    conflict.base(),
                    conflict.mine(),
                    conflict.theirs());
        }
    }

    /** Per conflict's id MINE or THEIRS. */
    record Take(@Nullable Map<String, Conflict.Take> take) {
        Map<String, Conflict.Take> all() {
            return take == null ? Map.of() : Map.copyOf(take);
        }
    }

    /** What a draft changes in the version it started from. */
    @GetMapping("/drafts/{id}/differences")
    Differences draft(@PathVariable UUID id) {
        Draft draft = find(id);
        return differences(draft.base(), bundle(draft.base()), draft.version(), draft.bundle());
    }

    /** What a version changed in another; without {@code from} in the one that was active before it. */
    @GetMapping("/versions/{version}/differences")
    Differences version(@PathVariable String version, @RequestParam Optional<String> from) {
        String to = named(version);
        String before = from.map(this::named).orElseGet(() -> before(to));
        return differences(before, bundle(before), to, bundle(to));
    }

    /** What stands in the way of bringing a draft up to the active version. */
    @GetMapping("/drafts/{id}/merge")
    Merge conflicts(@PathVariable UUID id) {
        MergeDrafts.Merging merging = merge.look(id);
        return new Merge(
                merging.draft().base(),
                merging.active(),
                merging.conflicts().stream().map(ConflictBody::of).toList(),
                merging.theirs().stream().map(ChangeBody::of).toList(),
                merging.mine().stream().map(ChangeBody::of).toList());
    }

    /** Brings a draft up to the active version; what both changed is taken as said. */
    @PostMapping("/drafts/{id}/merge")
    ResponseEntity<DraftBody> merge(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Take take,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        long revision = DraftRevision.of(ifMatch, () -> find(id).revision());
        Draft merged = merge.merge(id, revision, take == null ? Map.of() : take.all(), caller.name());
        return ResponseEntity.ok()
                .eTag("\"" + merged.revision() + "\"")
                .body(DraftBody.of(merged, edit.base(Optional.of(merged.base())), locale));
    }

    /** A whole version as an archive of a folder. */
    @GetMapping("/versions/{version}/archive")
    ResponseEntity<byte[]> archive(@PathVariable String version) {
        return archive(bundle(named(version)));
    }

    /** A whole draft as an archive of a folder. */
    @GetMapping("/drafts/{id}/archive")
    ResponseEntity<byte[]> archive(@PathVariable UUID id) {
        return archive(find(id).bundle());
    }

    /** Begins a draft that consists of exactly the files of an archive. */
    @PostMapping(path = "/drafts", consumes = "application/zip")
    ResponseEntity<DraftBody> take(@RequestBody byte[] archive, @AuthenticationPrincipal Caller caller, Locale locale) {
        RuleBundle base = edit.base(Optional.empty());
        Draft draft = edit.begin(base, PackedFiles.received(archive), caller.name());
        return ResponseEntity.created(java.net.URI.create("/v1/rules/drafts/" + draft.id()))
                .eTag("\"" + draft.revision() + "\"")
                .body(DraftBody.of(draft, base, locale));
    }

    private static ResponseEntity<byte[]> archive(RuleBundle bundle) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"rules-" + bundle.version().substring(0, 12) + ".zip\"")
                .body(PackedFiles.pack(bundle));
    }

    private static Differences differences(String from, RuleBundle before, String to, RuleBundle after) {
        return new Differences(
                from,
                to,
                CompareBundles.compare(before, after).stream()
                        .map(ChangeBody::of)
                        .toList());
    }

    /** The version that was active before this one first was; itself when there was none. */
    private String before(String version) {
        List<Activation> begun = activations.all().stream()
                .filter(known -> !known.activeFrom().isAfter(clock.instant()))
                .sorted(java.util.Comparator.comparing(Activation::activeFrom).thenComparing(Activation::recordedAt))
                .toList();
        String before = version;
        for (Activation activation : begun) {
            if (activation.version().equals(version)) {
                return before;
            }
            before = activation.version();
        }
        return version;
    }

    private String named(String version) {
        return version.equals("active") ? ruleSets.active().version() : version;
    }

    private Draft find(UUID id) {
        return drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
    }

    private RuleBundle bundle(String version) {
        return bundles.find(version).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_VERSION, version));
    }
}
