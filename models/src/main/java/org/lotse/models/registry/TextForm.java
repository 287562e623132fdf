package org.lotse.models.registry;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.lotse.models.text.TextModel;

/** What reads texts, as bytes; features without any weight are left out. */
final class TextForm {
    private TextForm() {}

    static void write(DataOutputStream out, Optional<TextModel> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isEmpty()) {
            return;
        }
        TextModel model = text.get();
        out.writeUTF(model.column());
        out.writeInt(model.weights().length);
        out.writeInt(model.rarity().length);
        out.writeDouble(model.slope());
        for (int k = 0; k < model.weights().length; k++) {
            out.writeDouble(model.intercepts()[k]);
            out.writeDouble(model.shifts()[k]);
        }
        for (int place = 0; place < model.rarity().length; place++) {
            if (isUsed(model, place)) {
                out.writeInt(place);
                out.writeFloat(model.rarity()[place]);
                for (float[] weights : model.weights()) {
                    out.writeFloat(weights[place]);
                }
            }
        }
        out.writeInt(-1);
    }

    private static boolean isUsed(TextModel model, int place) {
        boolean used = model.rarity()[place] != 0;
        for (float[] weights : model.weights()) {
            used |= weights[place] != 0;
        }
        return used;
    }

    static Optional<TextModel> read(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        String column = in.readUTF();
        int classes = in.readInt();
        int size = in.readInt();
        if (classes < 1 || classes > 1000 || size < 1 || size > 1 << 24) {
            throw new IOException("unknown text form");
        }
        double slope = in.readDouble();
        double[] intercepts = new double[classes];
        double[] shifts = new double[classes];
        for (int k = 0; k < classes; k++) {
            intercepts[k] = in.readDouble();
            shifts[k] = in.readDouble();
        }
        float[] rarity = new float[size];
        float[][] weights = new float[classes][size];
        for (int place = in.readInt(); place >= 0; place = in.readInt()) {
            rarity[place] = in.readFloat();
            for (int k = 0; k < classes; k++) {
                weights[k][place] = in.readFloat();
            }
        }
        return Optional.of(new TextModel(column, rarity, weights, intercepts, slope, shifts));
    }
}
