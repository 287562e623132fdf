package org.lotse.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The process that runs a foreign model, and nothing else: reads the model and then batches of rows from its standard input,
 * answers on its standard output, and ends when its input ends. Needs no other class of the product.
 */
final class OnnxProcess {
    static final byte ANSWER = 0;
    static final byte FAILED = 1;

    private OnnxProcess() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err);
        byte[] model = in.readNBytes(in.readInt());
        String output = in.readUTF();
        try (OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options)) {
                out.writeByte(ANSWER);
                out.flush();
                for (int rows = in.readInt(); rows > 0; rows = in.readInt()) {
                    answer(environment, session, output, rows, in, out);
                }
            }
        } catch (OrtException refused) {
            failed(out, refused);
        }
    }

    private static void answer(
            OrtEnvironment environment,
            OrtSession session,
            String output,
            int rows,
            DataInputStream in,
            DataOutputStream out)
            throws IOException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            int count = in.readInt();
            for (int input = 0; input < count; input++) {
                String name = in.readUTF();
                inputs.put(name, tensor(environment, in, rows));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                Object value = result.get(output).orElseThrow().getValue();
                out.writeByte(ANSWER);
                for (int row = 0; row < rows; row++) {
                    out.writeDouble(number(value, row));
                }
            }
        } catch (OrtException failure) {
            failed(out, failure);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
        out.flush();
    }

    private static OnnxTensor tensor(OrtEnvironment environment, DataInputStream in, int rows)
            throws IOException, OrtException {
        OnnxInput.Kind kind = OnnxInput.Kind.values()[in.readByte()];
        int width = in.readInt();
        int cells = rows * width;
        long[] shape = {rows, width};
        return switch (kind) {
            case FLOAT -> {
                float[] values = new float[cells];
                for (int cell = 0; cell < cells; cell++) {
                    values[cell] = (float) in.readDouble();
                }
                yield OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
            }
            case DOUBLE -> {
                double[] values = new double[cells];
                for (int cell = 0; cell < cells; cell++) {
                    values[cell] = in.readDouble();
                }
                yield OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
            }
            case INT64 -> {
                long[] values = new long[cells];
                for (int cell = 0; cell < cells; cell++) {
                    values[cell] = (long) in.readDouble();
                }
                yield OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
            }
            case STRING -> {
                String[] values = new String[cells];
                for (int cell = 0; cell < cells; cell++) {
                    values[cell] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                }
                yield OnnxTensor.createTensor(environment, values, shape);
            }
        };
    }

    /** The last column: of two probabilities the positive one's. */
    private static double number(Object value, int row) {
        return switch (value) {
            case float[][] table -> table[row][table[row].length - 1];
            case double[][] table -> table[row][table[row].length - 1];
            case float[] column -> column[row];
            case double[] column -> column[row];
            default -> Double.NaN;
        };
    }

    private static void failed(DataOutputStream out, OrtException failure) throws IOException {
        out.writeByte(FAILED);
        out.writeUTF(String.valueOf(failure.getMessage()));
        out.flush();
    }
}
