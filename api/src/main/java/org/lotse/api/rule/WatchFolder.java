package org.lotse.api.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.rules.read.RuleBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches a folder of rule files, a working copy for example, when {@code lotse.watch-rules} names one. What changes
 * there becomes a draft, or changes the draft made of it before; it is never more than a draft.
 */
@Component
class WatchFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WatchFolder.class);
    private static final long BETWEEN_MILLIS = 2_000;

    private final Optional<Path> folder;
    private final JdbcDrafts drafts;
    private final JdbcRuleSets ruleSets;
    private final EditDrafts edit;
    private @Nullable String seen;
    private @Nullable String taken;

    WatchFolder(RuleSettings settings, JdbcDrafts drafts, JdbcRuleSets ruleSets, EditDrafts edit) {
        this.folder = Optional.ofNullable(settings.watchRules());
        this.drafts = drafts;
        this.ruleSets = ruleSets;
        this.edit = edit;
    }

    @Scheduled(fixedDelay = BETWEEN_MILLIS)
    void look() {
        folder.ifPresent(path -> {
            try {
                look(path);
            } catch (RuntimeException e) {
                LOG.warn("The folder {} of rules could not be taken over; looking again: {}", path, e.getMessage());
            }
        });
    }

    /** Takes what has not changed from one look to the next: then nobody is in the middle of writing it. */
    synchronized void look(Path path) {
        RuleBundle bundle = RuleBundle.ofFolder(path);
        String version = bundle.version();
        boolean settled = version.equals(seen);
        seen = version;
        if (settled && !version.equals(taken)) {
            take(bundle, "folder " + path.getFileName());
            taken = version;
        }
    }

    private void take(RuleBundle bundle, String editor) {
        String version = bundle.version();
        List<Draft> open = drafts.open();
        boolean known = version.equals(ruleSets.active().version())
                || open.stream().anyMatch(draft -> draft.version().equals(version));
        if (known) {
            return;
        }
        Optional<Draft> own = open.stream()
                .filter(draft ->
                        draft.state() == Draft.State.EDITING && draft.editors().equals(java.util.Set.of(editor)))
                .findFirst();
        Draft draft = own.map(before -> edit.replace(before.id(), before.revision(), bundle, editor))
                .orElseGet(() -> edit.begin(edit.base(Optional.empty()), bundle, editor));
        LOG.info("The draft {} is what the folder of rules holds now", draft.id());
    }
}
