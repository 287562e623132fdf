package org.lotse.rules.drools;

import org.lotse.engine.term.Value;

/** A text that is the same for equal conditions and different for different ones. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Asked asked) {
        StringBuilder text = new StringBuilder();
        write(asked, text);
        return text.toString();
    }

    private static void write(Asked asked, StringBuilder text) {
        switch (asked) {
            case Asked.All(var parts) -> {
                text.append("all(");
                parts.forEach(part -> write(part, text));
                text.append(')');
            }
            case Asked.Any(var parts) -> {
                text.append("any(");
                parts.forEach(part -> write(part, text));
                text.append(')');
            }
            case Asked.Test test -> {
                text.append(test.slot()).append(test.operator());
                test.needed().forEach(needed -> write(needed, text));
                text.append(';');
            }
            case Asked.Never ignored -> text.append("never;");
        }
    }

    private static void write(Asked.Needed needed, StringBuilder text) {
        switch (needed) {
            case Asked.Needed.Fixed(Value value) -> {
                String content = value.toString();
                text.append(' ').append(value.getClass().getSimpleName()).append(content.length());
                text.append(':').append(content);
            }
            case Asked.Needed.Other(int slot) -> text.append(" slot").append(slot);
            case Asked.Needed.Calculated(var source, var ignored) ->
                text.append(' ').append(source.calculation());
        }
    }
}
