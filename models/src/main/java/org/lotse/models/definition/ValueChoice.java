package org.lotse.models.definition;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.term.Period;

/**
 * Where a table of purchases says who bought when for how much.
 *
 * @param customer the column of the customer; empty to find it
 * @param date the column of the date; empty to find it
 * @param amount the column of the amount, or several that are multiplied; empty to find them
 * @param horizon how far ahead spend is predicted; as long as the purchases reach back where it is not said
 */
public record ValueChoice(String customer, String date, List<String> amount, Optional<Period> horizon) {
    public ValueChoice {
        amount = List.copyOf(amount);
    }
}
