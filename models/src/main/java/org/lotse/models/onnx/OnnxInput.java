package org.lotse.models.onnx;

/**
 * An input of a graph.
 *
 * @param name as the graph calls it
 * @param kind what it takes
 * @param width numbers per row; 1 for an input of its own per signal
 */
public record OnnxInput(String name, Kind kind, int width) {
    /** What an input takes. */
    public enum Kind {
        FLOAT,
        DOUBLE,
        INT64,
        STRING
    }
}
