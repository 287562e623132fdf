package org.lotse.models.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lotse.models.reach.Call;
import org.lotse.models.reach.CallColumns;
import org.lotse.models.reach.Habit;
import org.lotse.models.reach.ReachModel;

class ReachFormTest {
    @Test
    void readsWhatItWrites() throws IOException {
        ReachModel model = new ReachModel(
                new CallColumns("who", "day", "weekday", "hour", Map.of("Mo", 1, "Di", 2)),
                new ReachModel.Scale(1.5, 0.25, new Habit(0.1, 0.2, 0.3, 0.4)),
                Map.of("c1", List.of(new Call(20_000.5, 1, 9, -0.5, true))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ReachForm.write(new DataOutputStream(bytes), Optional.of(model));

        assertThat(read(bytes)).contains(model);
    }

    @Test
    void readsModelsFromBeforeHoursCounted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBoolean(true);
        for (String name : List.of("who", "day", "", "hour")) {
            out.writeUTF(name);
        }
        out.writeInt(1);
        out.writeUTF("Mo");
        out.writeByte(1);
        for (double number : new double[] {1.5, 0.25, 0.1, 0.2, 0.3}) {
            out.writeDouble(number);
        }
        out.writeInt(0);

        assertThat(read(bytes))
                .contains(new ReachModel(
                        new CallColumns("who", "day", "", "hour", Map.of("Mo", 1)),
                        new ReachModel.Scale(1.5, 0.25, new Habit(0.1, 0.2, 0.3, 0)),
                        Map.of()));
    }

    private static Optional<ReachModel> read(ByteArrayOutputStream bytes) throws IOException {
        return ReachForm.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
