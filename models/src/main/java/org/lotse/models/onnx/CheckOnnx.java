package org.lotse.models.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.lotse.models.definition.ModelProblem;

/**
 * Looks at an ONNX file before anything runs it: size, operators, data outside the file, inputs and outputs. Only operators
 * that calculate are let in; nothing loops, branches into graphs of its own, reads a file or comes from another domain.
 */
public final class CheckOnnx {
    /** The largest file, in bytes. */
    public static final int LARGEST = 50_000_000;

    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 60;
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");
    private static final Set<String> OPERATORS = Set.of(
            // arithmetic
            "Abs",
            "Add",
            "ArgMax",
            "ArgMin",
            "Cast",
            "Ceil",
            "Clip",
            "Concat",
            "Div",
            "Elu",
            "Equal",
            "Erf",
            "Exp",
            "Expand",
            "Flatten",
            "Floor",
            "Gather",
            "Gemm",
            "Greater",
            "GreaterOrEqual",
            "HardSigmoid",
            "Identity",
            "IsInf",
            "IsNaN",
            "LeakyRelu",
            "Less",
            "LessOrEqual",
            "Log",
            "LogSoftmax",
            "MatMul",
            "Max",
            "Mean",
            "Min",
            "Mul",
            "Neg",
            "Not",
            "And",
            "Or",
            "Pow",
            "Reciprocal",
            "ReduceMax",
            "ReduceMean",
            "ReduceMin",
            "ReduceSum",
            "Relu",
            "Reshape",
            "Round",
            "Selu",
            "Shape",
            "Sigmoid",
            "Sign",
            "Slice",
            "Softmax",
            "Softplus",
            "Split",
            "Sqrt",
            "Squeeze",
            "Sub",
            "Sum",
            "Tanh",
            "Transpose",
            "Unsqueeze",
            "Where",
            "BatchNormalization",
            "Constant",
            "ConstantOfShape",
            // learners
            "ArrayFeatureExtractor",
            "Binarizer",
            "FeatureVectorizer",
            "Imputer",
            "LabelEncoder",
            "LinearClassifier",
            "LinearRegressor",
            "Normalizer",
            "OneHotEncoder",
            "Scaler",
            "SVMClassifier",
            "SVMRegressor",
            "TreeEnsemble",
            "TreeEnsembleClassifier",
            "TreeEnsembleRegressor");

    private CheckOnnx() {}

    /**
     * What a graph asks for and gives.
     *
     * @param outputs the outputs that are tensors of numbers
     */
    public record Shape(List<OnnxInput> inputs, List<String> outputs) {
        public Shape {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * The inputs and outputs of a file that may be run.
     *
     * @throws ModelProblem when it may not, naming what stands in the way
     */
    public static Shape check(byte[] file) {
        if (file.length > LARGEST) {
            throw new ModelProblem("The ONNX file has " + file.length + " bytes; at most " + LARGEST
                    + " are taken. Maybe export fewer trees, or quantize it.");
        }
        OnnxMl.GraphProto graph = parsed(file).getGraph();
        if (graph.getNodeCount() == 0 || graph.getNodeCount() > MOST_NODES) {
            throw new ModelProblem("The ONNX file has " + graph.getNodeCount() + " nodes; 1 to " + MOST_NODES
                    + " are taken. Maybe it is another kind of file.");
        }
        graph.getNodeList().forEach(CheckOnnx::node);
        graph.getInitializerList().forEach(CheckOnnx::inside);
        graph.getSparseInitializerList().forEach(sparse -> {
            inside(sparse.getValues());
            inside(sparse.getIndices());
        });
        return new Shape(inputs(graph), outputs(graph));
    }

    private static OnnxMl.ModelProto parsed(byte[] file) {
        try {
            CodedInputStream in = CodedInputStream.newInstance(file);
            in.setRecursionLimit(DEEPEST);
            OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(in);
            if (!model.hasGraph() || model.getFunctionsCount() > 0) {
                throw new ModelProblem(
                        "The ONNX file has no graph, or functions of its own. Maybe export it without them.");
            }
            return model;
        } catch (InvalidProtocolBufferException damaged) {
            throw new ModelProblem("The file is no ONNX model or is damaged: " + damaged.getMessage(), damaged);
        } catch (IOException impossible) {
            throw new ModelProblem("The ONNX file cannot be read.", impossible);
        }
    }

    private static void node(OnnxMl.NodeProto node) {
        if (!DOMAINS.contains(node.getDomain()) || !OPERATORS.contains(node.getOpType())) {
            throw new ModelProblem("The ONNX file uses the operator \"" + node.getOpType() + "\" of \""
                    + (node.getDomain().isEmpty() ? "ai.onnx" : node.getDomain()) + "\", which is not taken. Taken are "
                    + String.join(", ", new TreeSet<>(OPERATORS)) + ". Maybe export it without "
                    + node.getOpType().toLowerCase(Locale.ROOT) + " (for scikit-learn: zipmap=False).");
        }
        for (OnnxMl.AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG() || attribute.getGraphsCount() > 0) {
                throw new ModelProblem("The operator \"" + node.getOpType() + "\" holds a graph of its own.");
            }
            inside(attribute.getT());
            attribute.getTensorsList().forEach(CheckOnnx::inside);
        }
    }

    private static void inside(OnnxMl.TensorProto tensor) {
        if (tensor.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw new ModelProblem(
                    "The numbers of \"" + tensor.getName()
                            + "\" stand outside the ONNX file. Maybe export it into one file, with save_as_external_data=False.");
        }
    }

    private static List<OnnxInput> inputs(OnnxMl.GraphProto graph) {
        Set<String> known = new HashSet<>();
        graph.getInitializerList().forEach(tensor -> known.add(tensor.getName()));
        List<OnnxInput> inputs = new ArrayList<>();
        for (OnnxMl.ValueInfoProto input : graph.getInputList()) {
            if (!known.contains(input.getName())) {
                inputs.add(input(input));
            }
        }
        if (inputs.isEmpty()) {
            throw new ModelProblem("The ONNX file has no input. Maybe it is only a part of a model.");
        }
        return inputs;
    }

    private static OnnxInput input(OnnxMl.ValueInfoProto input) {
        OnnxMl.TypeProto.Tensor tensor = input.getType().getTensorType();
        OnnxInput.Kind kind = switch (tensor.getElemType()) {
            case OnnxMl.TensorProto.DataType.FLOAT_VALUE -> OnnxInput.Kind.FLOAT;
            case OnnxMl.TensorProto.DataType.DOUBLE_VALUE -> OnnxInput.Kind.DOUBLE;
            case OnnxMl.TensorProto.DataType.INT64_VALUE -> OnnxInput.Kind.INT64;
            case OnnxMl.TensorProto.DataType.STRING_VALUE -> OnnxInput.Kind.STRING;
            default ->
                throw new ModelProblem(
                        "The input \"" + input.getName()
                                + "\" of the ONNX file is of a type that is not taken. Taken are float, double, int64 and string.");
        };
        int dimensions = tensor.getShape().getDimCount();
        long width = dimensions == 2 ? tensor.getShape().getDim(1).getDimValue() : 1;
        if (dimensions != 1 && dimensions != 2 || width < 1 || width > 10_000) {
            throw new ModelProblem("The input \"" + input.getName() + "\" of the ONNX file has " + dimensions
                    + " dimensions and width " + width + "; [rows] or [rows, width] is needed.");
        }
        return new OnnxInput(input.getName(), kind, (int) width);
    }

    private static List<String> outputs(OnnxMl.GraphProto graph) {
        List<String> outputs = new ArrayList<>();
        for (OnnxMl.ValueInfoProto output : graph.getOutputList()) {
            int type = output.getType().getTensorType().getElemType();
            if (output.getType().hasTensorType()
                    && (type == OnnxMl.TensorProto.DataType.FLOAT_VALUE
                            || type == OnnxMl.TensorProto.DataType.DOUBLE_VALUE)) {
                outputs.add(output.getName());
            }
        }
        if (outputs.isEmpty()) {
            throw new ModelProblem("The ONNX file has no output of plain numbers."
                    + " Maybe export it with zipmap=False, so that probabilities are a table.");
        }
        return outputs;
    }
}
