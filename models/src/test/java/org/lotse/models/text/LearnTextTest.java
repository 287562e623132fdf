package org.lotse.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Grams that tell a class from the others may weigh more. */
class LearnTextTest {
    private static final int ROWS = 240;
    private static final int LEARNED = 120;
    private static final String[] EVERYDAY = {
        "train",
        "seat",
        "ticket",
        "morning",
        "station",
        "window",
        "coffee",
        "luggage",
        "platform",
        "monday",
        "meeting",
        "office"
    };

    private final String[] texts = new String[ROWS];
    private final int[] classes = new int[ROWS];

    LearnTextTest() {
        SplittableRandom random = new SplittableRandom(4);
        for (int row = 0; row < ROWS; row++) {
            classes[row] = row % 2;
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 12; word++) {
                text.append(EVERYDAY[random.nextInt(EVERYDAY.length)]).append(' ');
            }
            boolean says = random.nextInt(4) > 0;
            text.append(!says ? "okay" : classes[row] == 1 ? "zugig" : "zackig");
            texts[row] = text.toString();
        }
    }

    private double loss(boolean telling) {
        int[] fold = IntStream.range(0, ROWS).map(row -> row < LEARNED ? 0 : 1).toArray();
        double[][] margins = new LearnText(texts, classes, 2).outOfFold(fold, 2, 1, telling);
        double loss = 0;
        for (int row = 0; row < ROWS; row++) {
            loss += Math.log1p(Math.exp(-margins[classes[row]][row])) / ROWS;
        }
        return loss;
    }

    @Test
    void whatTellsIsHeardAmongMuchThatTellsNothing() {
        assertThat(loss(true)).isLessThan(0.9 * loss(false));
    }

    @Test
    void theSameTextsGiveTheSameModel() {
        TextModel once = new LearnText(texts, classes, 2).learn("text", 2, true);
        TextModel again = new LearnText(texts, classes, 2).learn("text", 2, true);

        assertThat(once.probabilities(texts[0])).containsExactly(again.probabilities(texts[0]));
    }
}
