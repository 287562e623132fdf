package org.lotse.models.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.onnx.AskOnnx;
import org.lotse.models.reach.ReachModel;
import org.lotse.models.refill.RefillModel;
import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Constant;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.scoring.Link;
import org.lotse.models.scoring.Scorer;
import org.lotse.models.scoring.Sum;
import org.lotse.models.signal.Derivation;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.lotse.models.text.TextModel;
import org.lotse.models.value.ValueModel;

/** What serves, as bytes: signals, scorers and links. Everything a prediction depends on and nothing else. */
final class FlatForm {
    private static final int MAGIC = 0x4c4f5453;
    private static final int FORMAT = 4;
    private static final int WITHOUT_REACH = 3;
    private static final int WITHOUT_VALUE = 2;
    private static final int WITHOUT_DERIVATIONS = 1;

    /**
     * What is read back.
     *
     * @param members without the library's form, which is kept apart
     */
    record Content(
            String definition,
            Signals signals,
            List<Derivation> derivations,
            Optional<TextModel> text,
            Optional<ValueModel> value,
            Optional<ReachModel> reach,
            Optional<RefillModel> refill,
            SortedMap<String, Member> members,
            List<String> classes,
            Optional<String> idColumn) {}

    private FlatForm() {}

    static byte[] write(TrainedModel model) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(FORMAT);
            text(out, model.definition().text());
            text(out, model.origin().dataHash());
            out.writeInt(model.classes().size());
            for (String name : model.classes()) {
                text(out, name);
            }
            text(out, model.idColumn().orElse(""));
            signals(out, model.signals());
            derivations(out, model.derivations());
            TextForm.write(out, model.text());
            ValueForm.write(out, model.value());
            ReachForm.write(out, model.reach());
            RefillForm.write(out, model.refill());
            out.writeInt(model.members().size());
            for (Map.Entry<String, Member> entry : model.members().entrySet()) {
                text(out, entry.getKey());
                Member member = entry.getValue();
                text(out, member.learner());
                out.writeLong(member.rows());
                out.writeBoolean(member.hasSignal());
                scorer(out, member.scorer());
                link(out, member.link());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("A model cannot be written to memory.", e);
        }
    }

    static Content read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readInt() == MAGIC ? in.readInt() : 0;
            if (format != FORMAT
                    && format != WITHOUT_REACH
                    && format != WITHOUT_VALUE
                    && format != WITHOUT_DERIVATIONS) {
                throw new ModelProblem("model.bin is no Lotse model of format " + FORMAT + ". Maybe train it again.");
            }
            String definition = text(in);
            text(in);
            List<String> classes = new ArrayList<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                classes.add(text(in));
            }
            String id = text(in);
            Signals signals = signals(in);
            List<Derivation> derivations = format == WITHOUT_DERIVATIONS ? List.of() : derivations(in);
            Optional<TextModel> words = format == WITHOUT_DERIVATIONS ? Optional.empty() : TextForm.read(in);
            Optional<ValueModel> value = format < WITHOUT_REACH ? Optional.empty() : ValueForm.read(in);
            Optional<ReachModel> reach = format < FORMAT ? Optional.empty() : ReachForm.read(in);
            Optional<RefillModel> refill = format < FORMAT ? Optional.empty() : RefillForm.read(in);
            SortedMap<String, Member> members = new TreeMap<>();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                String key = text(in);
                String learner = text(in);
                long rows = in.readLong();
                boolean hasSignal = in.readBoolean();
                members.put(key, new Member(scorer(in, signals), link(in), learner, rows, hasSignal, new byte[0]));
            }
            return new Content(
                    definition,
                    signals,
                    derivations,
                    words,
                    value,
                    reach,
                    refill,
                    members,
                    classes,
                    Optional.of(id).filter(text -> !text.isEmpty()));
        } catch (IOException e) {
            throw new ModelProblem(
                    "model.bin ends too early or is damaged. Maybe restore it or train the model again.", e);
        }
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static void signals(DataOutputStream out, Signals signals) throws IOException {
        out.writeInt(signals.signals().size());
        for (Signal signal : signals.signals()) {
            text(out, signal.name());
            switch (signal) {
                case Signal.Numeric numeric -> {
                    out.writeByte(0);
                    text(out, numeric.form().name());
                    doubles(out, numeric.cuts());
                }
                case Signal.Category category -> {
                    out.writeByte(1);
                    out.writeInt(category.values().size());
                    for (String value : category.values()) {
                        text(out, value);
                    }
                }
            }
        }
        out.writeInt(signals.crosses().size());
        for (Signals.Cross cross : signals.crosses()) {
            out.writeInt(cross.left());
            out.writeInt(cross.right());
        }
    }

    private static void derivations(DataOutputStream out, List<Derivation> derivations) throws IOException {
        out.writeInt(derivations.size());
        for (Derivation derivation : derivations) {
            text(out, derivation.kind().name());
            out.writeInt(derivation.columns().size());
            for (String column : derivation.columns()) {
                text(out, column);
            }
            out.writeDouble(derivation.number());
            text(out, derivation.text());
        }
    }

    private static List<Derivation> derivations(DataInputStream in) throws IOException {
        List<Derivation> derivations = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Derivation.Kind kind = Derivation.Kind.valueOf(text(in));
            List<String> columns = new ArrayList<>();
            int size = in.readInt();
            for (int column = 0; column < size; column++) {
                columns.add(text(in));
            }
            derivations.add(new Derivation(kind, columns, in.readDouble(), text(in)));
        }
        return derivations;
    }

    private static Signals signals(DataInputStream in) throws IOException {
        List<Signal> signals = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = text(in);
            if (in.readByte() == 0) {
                signals.add(new Signal.Numeric(name, NumberForm.valueOf(text(in)), doubles(in)));
            } else {
                List<String> values = new ArrayList<>();
                int size = in.readInt();
                for (int value = 0; value < size; value++) {
                    values.add(text(in));
                }
                signals.add(new Signal.Category(name, values));
            }
        }
        List<Signals.Cross> crosses = new ArrayList<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            crosses.add(new Signals.Cross(in.readInt(), in.readInt()));
        }
        return new Signals(signals, crosses);
    }

    private static void scorer(DataOutputStream out, Scorer scorer) throws IOException {
        switch (scorer) {
            case Constant(double margin) -> {
                out.writeByte(0);
                out.writeDouble(margin);
            }
            case AdditiveBins bins -> {
                out.writeByte(1);
                doubles(out, bins.weights());
                doubles(out, bins.averages());
                out.writeDouble(bins.intercept());
            }
            case BoostedTrees trees -> {
                out.writeByte(4);
                ints(out, trees.roots());
                ints(out, trees.signals());
                ints(out, trees.categories());
                floats(out, trees.thresholds());
                ints(out, trees.yes());
                ints(out, trees.no());
                ints(out, trees.missing());
                floats(out, trees.covers());
                out.writeInt(trees.sets().length);
                for (long set : trees.sets()) {
                    out.writeLong(set);
                }
                out.writeDouble(trees.intercept());
            }
            case Foreign foreign -> {
                out.writeByte(6);
                out.writeInt(foreign.file().length);
                out.write(foreign.file());
                out.writeInt(foreign.background().size());
                for (double[] row : foreign.background()) {
                    doubles(out, row);
                }
            }
            case Sum(List<Scorer> parts) -> {
                out.writeByte(5);
                out.writeInt(parts.size());
                for (Scorer part : parts) {
                    scorer(out, part);
                }
            }
        }
    }

    private static Scorer scorer(DataInputStream in, Signals signals) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Constant(in.readDouble());
            case 1 -> new AdditiveBins(signals, doubles(in), doubles(in), in.readDouble());
            case 2 -> trees(in, false, false);
            case 3 -> trees(in, true, false);
            case 4 -> trees(in, true, true);
            case 5 -> {
                List<Scorer> parts = new ArrayList<>();
                int count = in.readInt();
                for (int i = 0; i < count; i++) {
                    parts.add(scorer(in, signals));
                }
                yield new Sum(parts);
            }
            case 6 -> {
                byte[] file = in.readNBytes(in.readInt());
                List<double[]> background = new ArrayList<>();
                int count = in.readInt();
                for (int i = 0; i < count; i++) {
                    background.add(doubles(in));
                }
                yield new Foreign(file, signals, background, new AskOnnx(file, signals));
            }
            default -> throw new IOException("unknown scorer");
        };
    }

    private static BoostedTrees trees(DataInputStream in, boolean withCovers, boolean withSets) throws IOException {
        int[] roots = ints(in);
        int[] asked = ints(in);
        int[] categories = ints(in);
        float[] thresholds = floats(in);
        int[] yes = ints(in);
        int[] no = ints(in);
        int[] missing = ints(in);
        float[] covers = withCovers ? floats(in) : new float[0];
        long[] sets = new long[withSets ? in.readInt() : 0];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = in.readLong();
        }
        return new BoostedTrees(roots, asked, categories, thresholds, yes, no, missing, covers, sets, in.readDouble());
    }

    private static void link(DataOutputStream out, Link link) throws IOException {
        switch (link) {
            case Link.Logistic ignored -> out.writeByte(0);
            case Link.Platt(double slope, double shift) -> {
                out.writeByte(1);
                out.writeDouble(slope);
                out.writeDouble(shift);
            }
            case Link.Isotonic(double[] margins, double[] values) -> {
                out.writeByte(2);
                doubles(out, margins);
                doubles(out, values);
            }
            case Link.Amount(double scale, double offset) -> {
                out.writeByte(3);
                out.writeDouble(scale);
                out.writeDouble(offset);
            }
        }
    }

    private static Link link(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Link.Logistic();
            case 1 -> new Link.Platt(in.readDouble(), in.readDouble());
            case 2 -> new Link.Isotonic(doubles(in), doubles(in));
            case 3 -> new Link.Amount(in.readDouble(), in.readDouble());
            default -> throw new IOException("unknown link");
        };
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void doubles(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static void floats(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static void ints(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }
}
