package org.lotse.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void quotesKeepDelimitersAndQuotes() {
        assertThat(CsvLine.split("a,\"b,\"\"c\"\"\",", ',')).containsExactly("a", "b,\"c\"", "");
    }

    @Test
    void quoteInsideACellIsPlainText() {
        assertThat(CsvLine.split("12\" pipe;3", ';')).containsExactly("12\" pipe", "3");
    }

    @Test
    void openQuoteHasNoCells() {
        assertThat(CsvLine.split("a,\"b", ',')).isNull();
        assertThat(CsvLine.split("a,\"b\"c,d", ',')).isNull();
        assertThat(CsvLine.split("a,\"b\" ,d", ',')).containsExactly("a", "b", "d");
    }

    @Test
    void delimiterIsFoundFromTheHeader() {
        assertThat(CsvLine.delimiter("a;b;c,d")).isEqualTo(';');
        assertThat(CsvLine.delimiter("a")).isEqualTo(',');
    }
}
