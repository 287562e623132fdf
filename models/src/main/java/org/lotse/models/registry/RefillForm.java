package org.lotse.models.registry;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.models.refill.RefillModel;
import org.lotse.models.refill.Supplies;

/** Intervals between purchases, as bytes. */
final class RefillForm {
    private static final int MOST = 10_000_000;

    private RefillForm() {}

    static void write(DataOutputStream out, Optional<RefillModel> refill) throws IOException {
        out.writeBoolean(refill.isPresent());
        if (refill.isEmpty()) {
            return;
        }
        RefillModel model = refill.get();
        out.writeUTF(model.columns().customer());
        out.writeUTF(model.columns().product());
        out.writeUTF(model.columns().date());
        out.writeUTF(model.columns().quantity());
        RefillModel.Spread spread = model.spread();
        for (double number : new double[] {
            model.usual(),
            model.perQuantity(),
            model.usualQuantity(),
            spread.product(),
            spread.customer(),
            spread.pair(),
            spread.spell()
        }) {
            out.writeDouble(number);
        }
        out.writeInt(model.products().size());
        for (Map.Entry<String, Double> product : new TreeMap<>(model.products()).entrySet()) {
            out.writeUTF(product.getKey());
            out.writeDouble(product.getValue());
        }
    }

    static Optional<RefillModel> read(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        Supplies.Columns columns = new Supplies.Columns(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        double usual = in.readDouble();
        double perQuantity = in.readDouble();
        double usualQuantity = in.readDouble();
        RefillModel.Spread spread =
                new RefillModel.Spread(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("unknown form of intervals");
        }
        Map<String, Double> products = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            products.put(in.readUTF(), in.readDouble());
        }
        return Optional.of(new RefillModel(columns, usual, products, perQuantity, usualQuantity, spread));
    }
}
