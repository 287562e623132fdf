package org.lotse.models.onnx;

import ai.onnx.proto.OnnxMl;
import java.util.ArrayList;
import java.util.List;

/** Trees as the operator TreeEnsembleRegressor writes them: parallel lists, one entry per node. Not thread-safe. */
final class Ensemble {
    /** Every number is at most this, only a missing one is not. */
    static final double ANY = Double.MAX_VALUE;

    private final List<Long> trees = new ArrayList<>();
    private final List<Long> nodes = new ArrayList<>();
    private final List<Long> features = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Long> yes = new ArrayList<>();
    private final List<Long> no = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private long tree = -1;
    private int next;

    /** Begins the next tree; its first node is the root. */
    void begin() {
        tree++;
        next = 0;
    }

    /** A place for a node, filled later. */
    int reserve() {
        trees.add(tree);
        nodes.add((long) next);
        features.add(0L);
        modes.add("LEAF");
        values.add(0.0);
        yes.add(0L);
        no.add(0L);
        missing.add(0L);
        next++;
        return trees.size() - 1;
    }

    /** The number of a reserved place within its tree. */
    long number(int place) {
        return nodes.get(place);
    }

    void leaf(int place, double weight) {
        leafTrees.add(trees.get(place));
        leafNodes.add(nodes.get(place));
        weights.add(weight);
    }

    /**
     * @param mode BRANCH_LEQ, BRANCH_LT or BRANCH_EQ
     * @param missingIsYes whether a missing number goes where the condition holds
     */
    void branch(int place, String mode, int feature, double value, long whenYes, long whenNo, boolean missingIsYes) {
        features.set(place, (long) feature);
        modes.set(place, mode);
        values.set(place, value);
        yes.set(place, whenYes);
        no.set(place, whenNo);
        missing.set(place, missingIsYes ? 1L : 0L);
    }

    OnnxMl.NodeProto node(String input, String output) {
        return OnnxMl.NodeProto.newBuilder()
                .setOpType("TreeEnsembleRegressor")
                .setDomain("ai.onnx.ml")
                .setName("trees: " + output)
                .addInput(input)
                .addOutput(output)
                .addAttribute(ints("nodes_treeids", trees))
                .addAttribute(ints("nodes_nodeids", nodes))
                .addAttribute(ints("nodes_featureids", features))
                .addAttribute(strings("nodes_modes", modes))
                .addAttribute(doubles("nodes_values_as_tensor", values))
                .addAttribute(ints("nodes_truenodeids", yes))
                .addAttribute(ints("nodes_falsenodeids", no))
                .addAttribute(ints("nodes_missing_value_tracks_true", missing))
                .addAttribute(ints("target_treeids", leafTrees))
                .addAttribute(ints("target_nodeids", leafNodes))
                .addAttribute(
                        ints("target_ids", leafTrees.stream().map(some -> 0L).toList()))
                .addAttribute(doubles("target_weights_as_tensor", weights))
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName("n_targets")
                        .setType(OnnxMl.AttributeProto.AttributeType.INT)
                        .setI(1))
                .build();
    }

    private static OnnxMl.AttributeProto ints(String name, List<Long> values) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    private static OnnxMl.AttributeProto doubles(String name, List<Double> values) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.TENSOR)
                .setT(OnnxMl.TensorProto.newBuilder()
                        .setDataType(OnnxMl.TensorProto.DataType.DOUBLE_VALUE)
                        .addDims(values.size())
                        .addAllDoubleData(values))
                .build();
    }

    private static OnnxMl.AttributeProto strings(String name, List<String> values) {
        OnnxMl.AttributeProto.Builder attribute =
                OnnxMl.AttributeProto.newBuilder().setName(name).setType(OnnxMl.AttributeProto.AttributeType.STRINGS);
        values.forEach(value -> attribute.addStrings(com.google.protobuf.ByteString.copyFromUtf8(value)));
        return attribute.build();
    }
}
