package org.lotse.models.registry;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.models.definition.ValueChoice;
import org.lotse.models.value.GammaGamma;
import org.lotse.models.value.ParetoNbd;
import org.lotse.models.value.ValueModel;

/** What reads purchases, as bytes. */
final class ValueForm {
    private ValueForm() {}

    static void write(DataOutputStream out, Optional<ValueModel> value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isEmpty()) {
            return;
        }
        ValueModel model = value.get();
        out.writeUTF(model.columns().customer());
        out.writeUTF(model.columns().date());
        out.writeInt(model.columns().amount().size());
        for (String amount : model.columns().amount()) {
            out.writeUTF(amount);
        }
        out.writeInt(model.horizonDays());
        out.writeInt(model.windowDays());
        for (ParetoNbd buying : List.of(model.seen(), model.buying())) {
            doubles(out, buying.r(), buying.alpha(), buying.s(), buying.beta());
        }
        GammaGamma spending = model.spending();
        doubles(out, spending.p(), spending.q(), spending.v(), model.scale());
        doubles(out, model.weights());
        doubles(out, model.bounds());
        doubles(out, model.lows());
        doubles(out, model.highs());
    }

    static Optional<ValueModel> read(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        String customer = in.readUTF();
        String date = in.readUTF();
        List<String> amount = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            amount.add(in.readUTF());
        }
        int horizon = in.readInt();
        int window = in.readInt();
        double[] seen = doubles(in);
        double[] buying = doubles(in);
        double[] spending = doubles(in);
        return Optional.of(new ValueModel(
                new ValueChoice(customer, date, amount, Optional.empty()),
                horizon,
                window,
                new ParetoNbd(seen[0], seen[1], seen[2], seen[3]),
                new ParetoNbd(buying[0], buying[1], buying[2], buying[3]),
                new GammaGamma(spending[0], spending[1], spending[2]),
                doubles(in),
                spending[3],
                doubles(in),
                doubles(in),
                doubles(in)));
    }

    private static void doubles(DataOutputStream out, double... values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > 1000) {
            throw new IOException("unknown value form");
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
