package org.lotse.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lotse.models.Generated;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

class ModelArchiveTest {
    @TempDir
    Path directory;

    private static TrainedModel trained(String trainer) {
        return new TrainModel()
                .train(
                        Generated.churnDefinition(trainer),
                        Generated.churn(1200, 1),
                        Progress.SILENT,
                        Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "xgboost"})
    void predictsTheSameAfterSavingAndLoading(String trainer) {
        TrainedModel model = trained(trainer);
        Table table = Generated.churn(300, 2);

        model.saveTo(directory);
        TrainedModel loaded = TrainedModel.load(directory);
        TrainedModel unpacked = TrainedModel.fromBytes(model.toBytes());

        assertThat(loaded.answers(table)).isEqualTo(model.answers(table));
        assertThat(unpacked.answers(table)).isEqualTo(model.answers(table));
        assertThat(loaded.version()).isEqualTo(model.version());
        assertThat(loaded.report()).isEqualTo(model.report());
        assertThat(loaded.origin()).isEqualTo(model.origin());
        assertThat(loaded.members().values())
                .allSatisfy(member -> assertThat(member.library()).isNotEmpty());
    }

    @Test
    void namesADamagedFile() throws IOException {
        trained("linear").saveTo(directory);
        byte[] bytes = Files.readAllBytes(directory.resolve("model.bin"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(directory.resolve("model.bin"), bytes);

        assertThatThrownBy(() -> TrainedModel.load(directory))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("model.bin")
                .hasMessageContaining("Maybe restore it");
    }

    @Test
    void namesAMissingFileAndAnEmptyDirectory() throws IOException {
        assertThatThrownBy(() -> TrainedModel.load(directory)).hasMessageContaining("no MANIFEST");

        trained("linear").saveTo(directory);
        Files.delete(directory.resolve("report.yaml"));

        assertThatThrownBy(() -> TrainedModel.load(directory)).hasMessageContaining("report.yaml");
    }

    @Test
    void refusesATruncatedArchive() {
        byte[] archive = trained("linear").toBytes();

        for (int length : new int[] {0, 10, archive.length / 3, archive.length / 2}) {
            assertThatThrownBy(() -> TrainedModel.fromBytes(Arrays.copyOf(archive, length)))
                    .isInstanceOf(ModelProblem.class);
        }
    }
}
