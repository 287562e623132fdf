package org.lotse.rules.drools;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;

/**
 * The values the rules read, by slot, twice: with stand-ins, and without those the vocabulary keeps out of eligibility.
 * For use by one thread.
 */
final class Values {
    private final Slots slots;
    private final Vocabulary vocabulary;
    private final SubjectType subject;
    private final @Nullable Value[] all;
    private final @Nullable Value[] firm;

    Values(Slots slots, Vocabulary vocabulary, SubjectType subject, Terms terms) {
        this.slots = slots;
        this.vocabulary = vocabulary;
        this.subject = subject;
        this.all = new Value[slots.count()];
        this.firm = new Value[slots.count()];
        put(terms);
    }

    private Values(Values other) {
        this.slots = other.slots;
        this.vocabulary = other.vocabulary;
        this.subject = other.subject;
        this.all = other.all.clone();
        this.firm = other.firm.clone();
    }

    /** These values and a candidate's. */
    Values with(Terms candidate) {
        Values both = new Values(this);
        both.put(candidate);
        return both;
    }

    void put(TermPath path, Value value) {
        int slot = slots.find(path);
        if (slot >= 0) {
            all[slot] = value;
            firm[slot] = value;
        }
    }

    @Nullable
    Value[] all() {
        return all.clone();
    }

    @Nullable
    Value[] firm() {
        return firm.clone();
    }

    private void put(Terms terms) {
        for (Map.Entry<TermPath, Reading> entry : terms.readings().entrySet()) {
            int slot = slots.find(entry.getKey());
            if (slot >= 0) {
                put(slot, entry.getKey(), entry.getValue());
            }
        }
    }

    private void put(int slot, TermPath path, Reading reading) {
        switch (reading) {
            case Reading.Known(Value value) -> {
                all[slot] = value;
                firm[slot] = value;
            }
            case Reading.Estimated(Value standIn) -> {
                all[slot] = standIn;
                boolean allowed = vocabulary
                        .term(subject, path)
                        .map(term -> term.useStandInInRules())
                        .orElse(false);
                firm[slot] = allowed ? standIn : null;
            }
            case Reading.Absent ignored -> {}
        }
    }
}
