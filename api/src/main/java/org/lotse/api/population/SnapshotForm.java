package org.lotse.api.population;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** A snapshot as bytes: the same distributions always give the same bytes and thereby the same version. */
final class SnapshotForm {
    private static final int FORM = 1;

    private SnapshotForm() {}

    /** The snapshot of these distributions, named by its content. */
    static Snapshot snapshot(Map<SubjectType, Snapshot.Population> types) {
        return new Snapshot(hash(write(types)).substring(0, 16), types);
    }

    static byte[] pack(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(write(snapshot.types()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Snapshot unpack(String version, byte[] packed) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            int form = in.readInt();
            if (form != FORM) {
                throw new IOException("The form " + form + " is unknown.");
            }
            Map<SubjectType, Snapshot.Population> types = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                types.put(new SubjectType(in.readUTF()), population(in));
            }
            return new Snapshot(version, types);
        } catch (IOException e) {
            throw new UncheckedIOException("The population snapshot " + version + " cannot be read.", e);
        }
    }

    private static byte[] write(Map<SubjectType, Snapshot.Population> types) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORM);
            out.writeInt(types.size());
            for (Map.Entry<SubjectType, Snapshot.Population> type : new TreeMap<>(types).entrySet()) {
                out.writeUTF(type.getKey().value());
                write(type.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Snapshot.Population population, DataOutputStream out) throws IOException {
        out.writeLong(population.subjects());
        out.writeInt(population.numbers().size());
        for (Map.Entry<TermKey, Distribution> term : new TreeMap<>(population.numbers()).entrySet()) {
            out.writeUTF(term.getKey().value());
            out.writeInt(term.getValue().values().length);
            for (int i = 0; i < term.getValue().values().length; i++) {
                out.writeDouble(term.getValue().values()[i]);
                out.writeLong(term.getValue().upTo()[i]);
            }
        }
        out.writeInt(population.modes().size());
        for (Map.Entry<TermKey, Value> term : new TreeMap<>(population.modes()).entrySet()) {
            out.writeUTF(term.getKey().value());
            out.writeUTF(kind(term.getValue()));
            out.writeUTF(term.getValue().toString());
        }
    }

    private static Snapshot.Population population(DataInputStream in) throws IOException {
        long subjects = in.readLong();
        Map<TermKey, Distribution> numbers = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            TermKey key = new TermKey(in.readUTF());
            double[] values = new double[in.readInt()];
            long[] upTo = new long[values.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
                upTo[i] = in.readLong();
            }
            numbers.put(key, new Distribution(values, upTo));
        }
        Map<TermKey, Value> modes = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            TermKey key = new TermKey(in.readUTF());
            modes.put(key, value(in.readUTF(), in.readUTF()));
        }
        return new Snapshot.Population(subjects, numbers, modes);
    }

    private static String kind(Value value) {
        return switch (value) {
            case Value.Num ignored -> "number";
            case Value.Text ignored -> "text";
            case Value.Choice ignored -> "choice";
            case Value.YesNo ignored -> "yes-no";
            case Value.Date ignored -> "date";
        };
    }

    private static Value value(String kind, String text) throws IOException {
        return switch (kind) {
            case "number" -> Value.of(Double.parseDouble(text));
            case "text" -> Value.text(text);
            case "choice" -> Value.choice(text);
            case "yes-no" -> Value.of(text.equals("yes"));
            case "date" -> Value.of(LocalDate.parse(text));
            default -> throw new IOException("The kind of value " + kind + " is unknown.");
        };
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
