package org.lotse.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lotse.api.testing.ServiceTest;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.springframework.beans.factory.annotation.Autowired;

/** A folder, or a working copy, as another way to change rules: it makes drafts and never more. */
@ServiceTest
class WatchFolderIT {
    private static final String TABLE = "tables/service-level.csv";

    @Autowired
    private WatchFolder watch;

    @Autowired
    private JdbcDrafts drafts;

    @Autowired
    private JdbcRuleSets ruleSets;

    @Autowired
    private JdbcRuleBundles bundles;

    @Test
    void whatChangesInAFolderBecomesADraftAndCodeInItIsAFinding(@TempDir Path folder) throws IOException {
        String active = ruleSets.active().version();
        for (Map.Entry<String, byte[]> file :
                bundles.find(active).orElseThrow().files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        look(folder);
        assertThat(made(folder)).as("drafts of an unchanged folder").isEmpty();

        Files.writeString(folder.resolve(TABLE), Files.readString(folder.resolve(TABLE)) + "\n");
        Files.writeString(folder.resolve("expert.drl"), "rule x when then System.exit(0); end");
        look(folder);

        assertThat(made(folder)).singleElement().satisfies(draft -> {
            assertThat(draft.state()).isEqualTo(Draft.State.EDITING);
            assertThat(draft.findings()).extracting(Finding::code).contains(FindingCode.CODE_REFUSED);
        });
        Files.delete(folder.resolve("expert.drl"));
        look(folder);

        assertThat(made(folder)).singleElement().satisfies(draft -> {
            assertThat(draft.revision()).isEqualTo(2);
            assertThat(draft.hasErrors()).isFalse();
        });
        assertThat(ruleSets.active().version()).isEqualTo(active);
    }

    /** Twice: what is still being written is left alone. */
    private void look(Path folder) {
        watch.look(folder);
        watch.look(folder);
    }

    private List<Draft> made(Path folder) {
        return drafts.open().stream()
                .filter(draft -> draft.editors().equals(Set.of("folder " + folder.getFileName())))
                .toList();
    }
}
