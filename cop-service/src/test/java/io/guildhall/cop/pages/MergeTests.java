package io.guildhall.cop.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MergeTests {

    private static final String BASE = "one\n\ntwo\n\nthree";

    @Test
    void bringsTogetherWhatTwoChangedInDifferentPlaces() {
        Merge.Merged merged = Merge.of(BASE, "ONE\n\ntwo\n\nthree", "one\n\ntwo\n\nTHREE");

        assertThat(merged).isEqualTo(new Merge.Merged("ONE\n\ntwo\n\nTHREE", true));
    }

    @Test
    void takesOnceWhatBothChangedInTheSameWay() {
        assertThat(Merge.of(BASE, "one\n\n2\n\nthree", "one\n\n2\n\nthree"))
                .isEqualTo(new Merge.Merged("one\n\n2\n\nthree", true));
    }

    @Test
    void keepsBothTextsWhereTheyMeet() {
        Merge.Merged merged = Merge.of(BASE, "one\n\nzwei\n\nthree", "one\n\ndeux\n\nthree");

        assertThat(merged.clean()).isFalse();
        assertThat(merged.text())
                .contains("zwei")
                .contains("deux")
                .startsWith("one\n")
                .endsWith("three");
    }

    @Test
    void losesNothingWhenBothWriteOnAtTheEnd() {
        Merge.Merged merged = Merge.of(BASE, BASE + "\n\nfour", BASE + "\n\nfive");

        assertThat(merged.text()).contains("four").contains("five");
    }

    @Test
    void writesOnAnEmptyText() {
        assertThat(Merge.of("", "", "mine")).isEqualTo(new Merge.Merged("mine", true));
        assertThat(Merge.of("gone", "gone", "")).isEqualTo(new Merge.Merged("", true));
    }

    @Test
    void comparesLineByLine() {
        assertThat(Merge.compare("a\nb\nc", "a\nB\nc\nd"))
                .containsExactly(
                        new ReadPage.Line(ReadPage.Kind.SAME, "a"),
                        new ReadPage.Line(ReadPage.Kind.REMOVED, "b"),
                        new ReadPage.Line(ReadPage.Kind.ADDED, "B"),
                        new ReadPage.Line(ReadPage.Kind.SAME, "c"),
                        new ReadPage.Line(ReadPage.Kind.ADDED, "d"));
    }

    @Test
    void aComparisonHoldsBothTextsWhateverTheyAre() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String before = text(random);
            String after = text(random);
            List<ReadPage.Line> lines = Merge.compare(before, after);
            assertThat(join(lines, ReadPage.Kind.ADDED)).isEqualTo(before);
            assertThat(join(lines, ReadPage.Kind.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void comparesTextsWhoseLinesRepeatAHundredTimes() {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            lines.add(Character.toString(0x4E00 + i % 1400));
        }
        Collections.shuffle(lines, random);
        String before = String.join("\n", lines);
        Collections.shuffle(lines, random);
        String after = String.join("\n", lines);

        assertThat(join(Merge.compare(before, after), ReadPage.Kind.REMOVED)).isEqualTo(after);
    }

    @Test
    void survivesEveryScriptAndSign() {
        String mixed = "שלום 👩‍👩‍👧‍👦 \u202Eabc\n日本語\né\u0301";

        assertThat(Merge.of(mixed, mixed + "\ntheirs", "mine\n" + mixed))
                .isEqualTo(new Merge.Merged("mine\n" + mixed + "\ntheirs", true));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1, 12), 0, 4)
                .mapToObj(i -> "line " + i)
                .collect(Collectors.joining("\n"));
    }

    private static String join(List<ReadPage.Line> lines, ReadPage.Kind without) {
        return lines.stream()
                .filter(line -> line.kind() != without)
                .map(ReadPage.Line::text)
                .collect(Collectors.joining("\n"));
    }
}
