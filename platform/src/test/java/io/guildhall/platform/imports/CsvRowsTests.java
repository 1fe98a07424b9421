package io.guildhall.platform.imports;

import static io.guildhall.platform.imports.Given.BOUNDS;
import static io.guildhall.platform.imports.Given.file;
import static io.guildhall.platform.imports.Given.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.aggregate.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTests {

    @Test
    void aRowBeginsOnTheLineItBeginsOnHoweverManyLinesItsQuotesSpan() {
        CsvRows csv = new CsvRows(file("Key,Text\r\nA,\"one\ntwo, \"\"three\"\"\"\r\n\r\nB,four\r\n"), BOUNDS);

        List<Row> rows = rows(csv);

        assertThat(csv.columns()).containsExactly("Key", "Text");
        assertThat(rows).extracting(Row::line).containsExactly(2, 5);
        assertThat(rows.get(0).content().get(1).stringValue()).isEqualTo("one\ntwo, \"three\"");
    }

    @Test
    void aFormulaIsText() {
        List<Row> rows = rows(new CsvRows(file("Key,Text\nA,=HYPERLINK(\"x\")\n"), BOUNDS));

        assertThat(rows.get(0).content().get(1).stringValue()).startsWith("=HYPERLINK");
    }

    @Test
    void semicolonsAndAByteOrderMarkAreUnderstood() {
        CsvRows csv = new CsvRows(file("\uFEFFKey;Text\nA;x,y\n"), BOUNDS);

        assertThat(csv.columns()).containsExactly("Key", "Text");
        assertThat(rows(csv).get(0).content().get(1).stringValue()).isEqualTo("x,y");
    }

    @Test
    void anotherEncodingIsRefusedWithAdvice() {
        byte[] latin = "Key,Text\nA,Zürich\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "Key,Text\nA,b\n".getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> rows(new CsvRows(new ByteArrayInputStream(latin), BOUNDS)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Save it again as UTF-8");
        assertThatThrownBy(() -> rows(new CsvRows(new ByteArrayInputStream(wide), BOUNDS)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Save it again as UTF-8");
    }

    @Test
    void aHundredColumnsOfOneNameAreAHundredColumns() {
        String names = String.join(",", Collections.nCopies(100, "Team"));
        CsvRows csv = new CsvRows(file(names + "\n" + names + "\n"), BOUNDS);

        assertThat(csv.columns()).hasSize(100).containsOnly("Team");
        assertThat(rows(csv).get(0).content()).hasSize(100);
    }

    @Test
    void tooManyColumnsTooLongACellAndAnOpenQuoteAreRefused() {
        String names = String.join(",", Collections.nCopies(201, "Team"));

        assertThatThrownBy(() -> new CsvRows(file(names), BOUNDS)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> rows(new CsvRows(file("Key\n" + "x".repeat(40_000)), BOUNDS)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> rows(new CsvRows(file("Key,Text\nA,\"open\nB,x\n"), BOUNDS)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void cellsWithoutAColumnSpoilTheirLineAlone() {
        List<Row> rows = rows(new CsvRows(file("Key,Text\nA,b,c\nB\nC,d,\n"), BOUNDS));

        assertThat(rows.get(0).unreadable()).isNotNull();
        assertThat(rows.get(1).content()).hasSize(2);
        assertThat(rows.get(2).unreadable()).isNull();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> new CsvRows(file(""), BOUNDS)).isInstanceOf(Refusal.class);
    }
}
