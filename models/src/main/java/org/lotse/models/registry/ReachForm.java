package org.lotse.models.registry;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.models.reach.Call;
import org.lotse.models.reach.CallColumns;
import org.lotse.models.reach.Habit;
import org.lotse.models.reach.ReachModel;

/** How own calls count, as bytes. Forms from before hours counted have a number of weekdays that is not below zero. */
final class ReachForm {
    private static final int MOST = 10_000_000;

    private ReachForm() {}

    static void write(DataOutputStream out, Optional<ReachModel> reach) throws IOException {
        out.writeBoolean(reach.isPresent());
        if (reach.isEmpty()) {
            return;
        }
        ReachModel model = reach.get();
        CallColumns columns = model.columns();
        for (String name : List.of(columns.subject(), columns.date(), columns.weekday(), columns.hour())) {
            out.writeUTF(name);
        }
        out.writeInt(-1 - columns.weekdays().size());
        for (Map.Entry<String, Integer> day : new TreeMap<>(columns.weekdays()).entrySet()) {
            out.writeUTF(day.getKey());
            out.writeByte(day.getValue());
        }
        ReachModel.Scale scale = model.scale();
        for (double number : new double[] {
            scale.slope(),
            scale.shift(),
            scale.habit().always(),
            scale.habit().weekday(),
            scale.habit().noon(),
            scale.habit().hours()
        }) {
            out.writeDouble(number);
        }
        out.writeInt(model.memory().size());
        for (Map.Entry<String, List<Call>> own : new TreeMap<>(model.memory()).entrySet()) {
            out.writeUTF(own.getKey());
            out.writeShort(own.getValue().size());
            for (Call call : own.getValue()) {
                out.writeDouble(call.at());
                out.writeByte(call.weekday());
                out.writeByte(call.hour());
                out.writeDouble(call.margin());
                out.writeBoolean(call.reached());
            }
        }
    }

    static Optional<ReachModel> read(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        String subject = in.readUTF();
        String date = in.readUTF();
        String weekday = in.readUTF();
        String hour = in.readUTF();
        Map<String, Integer> weekdays = new HashMap<>();
        int counted = in.readInt();
        boolean withHours = counted < 0;
        int days = count(withHours ? -1 - counted : counted);
        for (int i = 0; i < days; i++) {
            weekdays.put(in.readUTF(), (int) in.readByte());
        }
        ReachModel.Scale scale = new ReachModel.Scale(
                in.readDouble(),
                in.readDouble(),
                new Habit(in.readDouble(), in.readDouble(), in.readDouble(), withHours ? in.readDouble() : 0));
        Map<String, List<Call>> memory = new HashMap<>();
        int subjects = count(in.readInt());
        for (int i = 0; i < subjects; i++) {
            String who = in.readUTF();
            List<Call> calls = new ArrayList<>();
            int own = in.readShort();
            for (int j = 0; j < own; j++) {
                calls.add(new Call(in.readDouble(), in.readByte(), in.readByte(), in.readDouble(), in.readBoolean()));
            }
            memory.put(who, calls);
        }
        return Optional.of(new ReachModel(new CallColumns(subject, date, weekday, hour, weekdays), scale, memory));
    }

    private static int count(int count) throws IOException {
        if (count < 0 || count > MOST) {
            throw new IOException("unknown form of reachability");
        }
        return count;
    }
}
