package io.guildhall.platform.imports;

import static io.guildhall.platform.imports.Given.BOUNDS;
import static io.guildhall.platform.imports.Given.file;
import static io.guildhall.platform.imports.Given.rows;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlRowsTests {

    @Test
    void everyDocumentIsARowWithItsLine() {
        List<Row> rows =
                rows(new YamlRows(file("# a catalog\n%YAML 1.2\n---\na: 1\n---\n\n# two\nb: no\n...\n---\n"), BOUNDS));

        assertThat(rows).extracting(Row::line).containsExactly(4, 8);
        assertThat(rows.get(1).content().get("b").stringValue()).isEqualTo("no");
    }

    @Test
    void scalarsStayTheTextTheyAre() {
        Row row = rows(new YamlRows(file("a: 007\nb: 2026-01-01\nc: =1+1\nd:\n"), BOUNDS))
                .get(0);

        assertThat(row.content().get("a").stringValue()).isEqualTo("007");
        assertThat(row.content().get("b").stringValue()).isEqualTo("2026-01-01");
        assertThat(row.content().get("c").stringValue()).isEqualTo("=1+1");
        assertThat(row.content().get("d").isNull()).isTrue();
    }

    @Test
    void oneBrokenDocumentIsOneRefusedRow() {
        List<Row> rows = rows(new YamlRows(file("a: [1\n---\nb: 2\n---\nc: 1\nc: 2\n"), BOUNDS));

        assertThat(rows.get(0).unreadable()).isNotNull();
        assertThat(rows.get(1).unreadable()).isNull();
        assertThat(requireNonNull(rows.get(2).unreadable()).what()).contains("Line 6", "duplicate key");
    }

    @Test
    void aBombIsOneRefusedRow() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n"
                    .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        String text = "t: &t " + "x".repeat(100_000) + "\nall: [*t, *t, *t]\n";
        String deep = "a: " + "[".repeat(5_000);
        String itself = "a: &a [*a]\n";
        String code = "a: !!javax.script.ScriptEngineManager []\n";

        List<Row> rows = rows(
                new YamlRows(file(String.join("---\n", bomb, text, deep + "\n", itself, code, "fine: yes\n")), BOUNDS));

        assertThat(rows).hasSize(6);
        assertThat(rows.subList(0, 5)).allMatch(row -> row.unreadable() != null);
        assertThat(rows.get(5).unreadable()).isNull();
    }

    @Test
    void aDocumentThatIsTooLongIsOneRefusedRow() {
        List<Row> rows = rows(new YamlRows(file("a: " + "x".repeat(300_000) + "\n---\nb: 1\n"), BOUNDS));

        assertThat(requireNonNull(rows.get(0).unreadable()).what()).contains("longer");
        assertThat(rows.get(1).unreadable()).isNull();
    }
}
