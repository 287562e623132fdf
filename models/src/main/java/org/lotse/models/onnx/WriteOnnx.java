package org.lotse.models.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Task;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.Signal;

/**
 * Writes a model as ONNX: one input per signal by its name ({@code [rows, 1]}; numbers as double, NaN when missing; categories as
 * text, empty when missing), one output {@code probability}, {@code value} or {@code uplift}, or {@code
 * probabilities} with a column per class, whose names are the metadata {@code classes}, by line. Additive models, trees and their blends are
 * written as trees, with which any runtime gives the same answers within 0.00001.
 */
public final class WriteOnnx {
    private static final long OPSET = 15;
    private static final long ML_OPSET = 3;
    private static final int IR = 8;
    private static final Set<Task> CAN = Set.of(Task.BINARY, Task.MULTICLASS, Task.REGRESSION, Task.UPLIFT);

    private final List<OnnxMl.NodeProto> nodes = new ArrayList<>();
    private final List<OnnxMl.TensorProto> constants = new ArrayList<>();
    /** The member being written. */
    private String prefix = Member.WHOLE;

    private WriteOnnx() {}

    /**
     * The model as a whole, without what outcomes have taught since it was trained; one that was brought, as it was brought.
     *
     * @throws ModelProblem for a model that has no such form, naming it
     */
    public static byte[] write(TrainedModel model) {
        Member whole = model.members().get(Member.WHOLE);
        if (whole != null && whole.scorer() instanceof Foreign brought) {
            return brought.file();
        }
        return new WriteOnnx().graph(model).toByteArray();
    }

    private OnnxMl.ModelProto graph(TrainedModel model) {
        if (!CAN.contains(model.definition().task()) || !model.derivations().isEmpty()) {
            throw new ModelProblem("The model " + model.name() + " of the task "
                    + model.definition().task()
                    + " cannot be written as ONNX: models of one probability, of several, of an amount or an uplift can, whose"
                    + " signals are columns. Maybe let it answer here, over HTTP or from the command line.");
        }
        OnnxMl.GraphProto.Builder graph =
                OnnxMl.GraphProto.newBuilder().setName(model.definition().name());
        List<String> columns = new ArrayList<>();
        for (Signal signal : model.signals().signals()) {
            graph.addInput(value(
                    signal.name(),
                    signal instanceof Signal.Numeric
                            ? OnnxMl.TensorProto.DataType.DOUBLE
                            : OnnxMl.TensorProto.DataType.STRING,
                    1));
            columns.add(signal instanceof Signal.Category category ? coded(category) : signal.name());
        }
        node("Concat", "", columns, "row", axis(1));
        String output = answered(model);
        OnnxMl.ModelProto.Builder written = OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR)
                .setProducerName("lotse")
                .setDocString(model.name())
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder()
                        .setDomain("ai.onnx.ml")
                        .setVersion(ML_OPSET));
        boolean several = model.definition().task() == Task.MULTICLASS;
        if (several) {
            written.addMetadataProps(OnnxMl.StringStringEntryProto.newBuilder()
                    .setKey("classes")
                    .setValue(String.join("\n", model.classes())));
        }
        return written.setGraph(graph.addAllNode(nodes)
                        .addAllInitializer(constants)
                        .addOutput(value(
                                output,
                                OnnxMl.TensorProto.DataType.FLOAT,
                                several ? model.classes().size() : 1)))
                .build();
    }

    /** Writes what the task answers; the name of the output. */
    private String answered(TrainedModel model) {
        return switch (model.definition().task()) {
            case MULTICLASS -> {
                List<String> margins = model.classes().stream()
                        .map(name -> answer(model, Member.ofClass(name), "margin of " + name))
                        .toList();
                node("Concat", "", margins, "margins", axis(1));
                node("Softmax", "", List.of("margins"), "probabilities", axis(1));
                yield "probabilities";
            }
            case UPLIFT -> uplift(model);
            case REGRESSION -> answer(model, Member.WHOLE, "value");
            default -> answer(model, Member.WHOLE, "probability");
        };
    }

    /** The difference of both arms, or the effect as it was learned, drawn towards the average as the model itself does. */
    private String uplift(TrainedModel model) {
        String difference = model.members().containsKey(Member.EFFECT)
                ? answer(model, Member.EFFECT, "difference")
                : op(
                        "Sub",
                        answer(model, Member.TREATED, "treated"),
                        answer(model, Member.CONTROL, "control"),
                        "difference");
        if (!(model.report().evaluation() instanceof Evaluation.Uplifts uplifts) || !uplifts.targetingHelps()) {
            return op("Add", difference, number("no average", 0), "uplift");
        }
        String spread = op("Mul", difference, number("spread", uplifts.spread()), "spread");
        double average = uplifts.averageEffect().value() - uplifts.spread() * uplifts.meanPredicted();
        return op("Add", spread, number("average", average), "uplift");
    }

    /** Writes the answer of a member under this name. */
    private String answer(TrainedModel model, String key, String output) {
        Member member = model.members().get(key);
        if (member == null) {
            throw new ModelProblem("The model " + model.name() + " has no member \"" + key
                    + "\" and cannot be written as ONNX. Maybe train it anew.");
        }
        prefix = key;
        PlantTrees planting = new PlantTrees(model.signals());
        nodes.add(planting.planted(member.scorer()).node("row", own("sum")));
        String margin = op("Add", own("sum"), number("intercept", planting.intercept()), own("sum and intercept"));
        linked(member.link(), margin, output);
        return output;
    }

    /** A name of this member only. */
    private String own(String name) {
        return prefix.isEmpty() ? name : name + " of " + prefix;
    }

    private void linked(Link link, String margin, String output) {
        switch (link) {
            case Link.Logistic ignored -> node("Sigmoid", "", List.of(margin), output);
            case Link.Platt(double slope, double shift) -> {
                String stretched = op("Mul", margin, number("slope", slope), own("stretched"));
                node("Sigmoid", "", List.of(op("Add", stretched, number("shift", shift), own("shifted"))), output);
            }
            case Link.Amount(double scale, double offset) ->
                op("Add", op("Mul", margin, number("scale", scale), own("scaled")), number("offset", offset), output);
            case Link.Isotonic(double[] margins, double[] values) -> line(margins, values, margin, output);
        }
    }

    /** A rising line through points: what lies within each of its pieces, times the slope there, added up. */
    private void line(double[] margins, double[] values, String margin, String output) {
        int pieces = margins.length - 1;
        float[] starts = new float[Math.max(1, pieces)];
        float[] widths = new float[starts.length];
        float[] slopes = new float[starts.length];
        for (int piece = 0; piece < pieces; piece++) {
            starts[piece] = (float) margins[piece];
            widths[piece] = (float) (margins[piece + 1] - margins[piece]);
            slopes[piece] = widths[piece] == 0 ? 0 : (float) ((values[piece + 1] - values[piece]) / widths[piece]);
        }
        String beyond = op("Sub", margin, tensor("starts", starts, 1, starts.length), own("beyond"));
        String inside = op("Max", beyond, number("nothing", 0), own("inside"));
        String within = op("Min", inside, tensor("widths", widths, 1, widths.length), own("within"));
        String risen = op("MatMul", within, tensor("slopes", slopes, slopes.length, 1), own("risen"));
        op("Add", risen, number("lowest", values[0]), output);
    }

    /** The number of each category; another text is a rare one, an empty one missing. */
    private String coded(Signal.Category category) {
        List<ByteString> keys = new ArrayList<>();
        List<Float> codes = new ArrayList<>();
        for (int code = 0; code < category.values().size(); code++) {
            keys.add(ByteString.copyFromUtf8(category.values().get(code)));
            codes.add((float) code);
        }
        keys.add(ByteString.EMPTY);
        codes.add((float) category.values().size() + 1);
        String output = category.name() + " code";
        nodes.add(OnnxMl.NodeProto.newBuilder()
                .setOpType("LabelEncoder")
                .setDomain("ai.onnx.ml")
                .addInput(category.name())
                .addOutput(output)
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName("keys_strings")
                        .setType(OnnxMl.AttributeProto.AttributeType.STRINGS)
                        .addAllStrings(keys))
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName("values_floats")
                        .setType(OnnxMl.AttributeProto.AttributeType.FLOATS)
                        .addAllFloats(codes))
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName("default_float")
                        .setType(OnnxMl.AttributeProto.AttributeType.FLOAT)
                        .setF(category.values().size()))
                .build());
        String cast = category.name() + " number";
        node(
                "Cast",
                "",
                List.of(output),
                cast,
                OnnxMl.AttributeProto.newBuilder()
                        .setName("to")
                        .setType(OnnxMl.AttributeProto.AttributeType.INT)
                        .setI(OnnxMl.TensorProto.DataType.DOUBLE_VALUE)
                        .build());
        return cast;
    }

    private String op(String type, String left, String right, String output) {
        node(type, "", List.of(left, right), output);
        return output;
    }

    private void node(
            String type, String domain, List<String> inputs, String output, OnnxMl.AttributeProto... attributes) {
        nodes.add(OnnxMl.NodeProto.newBuilder()
                .setOpType(type)
                .setDomain(domain)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build());
    }

    private static OnnxMl.AttributeProto axis(long axis) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName("axis")
                .setType(OnnxMl.AttributeProto.AttributeType.INT)
                .setI(axis)
                .build();
    }

    private String number(String name, double value) {
        return tensor(name, new float[] {(float) value}, 1, 1);
    }

    private String tensor(String name, float[] values, long rows, long columns) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        constants.add(OnnxMl.TensorProto.newBuilder()
                .setName("constant " + own(name))
                .setDataType(OnnxMl.TensorProto.DataType.FLOAT_VALUE)
                .addDims(rows)
                .addDims(columns)
                .setRawData(ByteString.copyFrom(raw.array()))
                .build());
        return "constant " + own(name);
    }

    private static OnnxMl.ValueInfoProto value(String name, OnnxMl.TensorProto.DataType type, long columns) {
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(OnnxMl.TensorShapeProto.newBuilder()
                                        .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder()
                                                .setDimParam("rows"))
                                        .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder()
                                                .setDimValue(columns)))))
                .build();
    }
}
