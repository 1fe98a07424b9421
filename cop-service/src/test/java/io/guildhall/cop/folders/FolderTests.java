package io.guildhall.cop.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.shared.Ref;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTests {

    private static final PageFile WHOLE = new PageFile(
            "How \"we\" decide: no, 007",
            "In one line # no comment",
            PageStatus.PUBLISHED,
            new Ref("p-1", "Priya (she) Raman"),
            LocalDate.of(2027, 5, 31),
            Makes.DECISION_RECORD,
            List.of("po-veto", "a: b"),
            "6f2a",
            7,
            "# Why\n\n---\n\nBecause.");

    @Test
    void aFileIsReadAsItWasWritten() {
        assertThat(WHOLE.written()).startsWith("---\ntitle: \"How").endsWith("Because.\n");
        assertThat(PageFile.read("x.md", WHOLE.written())).isEqualTo(WHOLE);
        assertThat(PageFile.read("x.md", WHOLE.written().replace("\n", "\r\n"))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\n\na", "---\ntitle: x\n---\n", "a\n---\nb", "  indented"})
    void itsTextIsItsOwnWhateverItLooksLike(String text) {
        PageFile file = new PageFile("T", null, null, null, null, null, List.of(), null, null, text);

        assertThat(PageFile.read("x.md", file.written()).text())
                .isEqualTo(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    @Test
    void aFileByHandIsCalledByItsHeadingOrItsName() {
        assertThat(PageFile.read("x.md", "Hello\n\n# The *why* #\n").title()).isEqualTo("The *why*");
        assertThat(PageFile.read("how-we-meet.md", "Hello").title()).isEqualTo("how we meet");
        assertThat(PageFile.read("x.md", "---\nstatus: DRAFT\n---\n# A\n").title())
                .isEqualTo("A");
        assertThat(PageFile.read("x.md", "#no\n# \n# ##\n#  C# and F#  ##  \n").title())
                .isEqualTo("C# and F#");
    }

    @Test
    void aLongLineIsReadOnce() {
        String line = "# a" + " ".repeat(190_000) + "b";

        PageFile file = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PageFile.read("x.md", line));

        assertThat(file.title()).hasSize(190_002);
    }

    @Test
    void aTextThatNoPageTakesIsNotLookedAt() {
        assertThatThrownBy(() -> PageFile.read("x.md", "---\nid: 1\n---\n" + "a".repeat(200_001)))
                .hasMessageContaining("200,000");
    }

    @Test
    void aDirectoryThatFillsTheMemoryIsNotRead() {
        byte[] folder = manyWords(300);

        assertThatThrownBy(() -> GivenFolder.open(new ByteArrayInputStream(folder)))
                .isInstanceOf(GivenFolder.FolderTooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status: GREAT",
                "review-by: soon",
                "a: [",
                "makes: UNKNOWN",
                "a: &x [*x, *x, *x]",
                "title: !!int abc",
                "title: !!binary '%'",
                "treats: &a [[*a]]",
                "title: !x y",
                "title: &a x"
            })
    void whatStandsInFrontIsRefusedWhereItMeansNothing(String front) {
        assertThatThrownBy(() -> PageFile.read("x.md", "---\n" + front + "\n---\ntext"))
                .hasMessageContaining("in front");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a](/pages/1) | [a](one.md)",
                "[a](/pages/1#h-x 'title') | [a](one.md#h-x 'title')",
                "[a]( </pages/1> ) | [a]( <one.md> )",
                "[a]: /pages/1 | [a]: one.md",
                "<a href=\"/pages/1\">a</a> | <a href=\"one.md\">a</a>",
                "![b](/api/cop/files/2) | ![b](files/b.png)",
                "<img src=/api/cop/files/2 alt=b> | <img src=files/b.png alt=b>",
                "see /pages/1 and `/pages/1` | see /pages/1 and `/pages/1`",
                "[a](/pages/12) [b](/pages/3) | [a](/pages/12) [b](/pages/3)",
                "[a](https://x/pages/1) | [a](https://x/pages/1)"
            })
    void linksLeadWithinTheFolderAndBack(String page, String file) {
        assertThat(FolderLinks.within(page, FolderTests::path)).isEqualTo(file);
        assertThat(FolderLinks.outOf("", file, FolderTests::address)).isEqualTo(page);
    }

    @Test
    void linksOfAFolderWithinAreFound() {
        assertThat(FolderLinks.outOf("how/", "[a](../one.md) [b](./../files/b.png) [c](x.md)", FolderTests::address))
                .isEqualTo("[a](/pages/1) [b](/api/cop/files/2) [c](x.md)");
        assertThat(FolderLinks.outOf("", "[a](../../one.md) [b](%6Fne.md) [c](%zz.md)", FolderTests::address))
                .isEqualTo("[a](../../one.md) [b](/pages/1) [c](%zz.md)");
    }

    @Test
    void pagesAreCalledByTheirTitlesAndApartWhereTwoHaveOne() {
        FolderNames names = new FolderNames();

        assertThat(List.of("How we decide?", "How we DECIDE", "Größe & Ümläut", "日本語", "???", "con", "..", "Readme"))
                .extracting(names::ofPage)
                .containsExactly(
                        "how-we-decide.md",
                        "how-we-decide-2.md",
                        "große-umlaut.md",
                        "日本語.md",
                        "page.md",
                        "con-page.md",
                        "page-2.md",
                        "readme-page.md");
        assertThat(FolderNames.given("files/the-board-0a1b2c3d4e5f6a7b.png")).isEqualTo("the-board.png");
        assertThat(FolderNames.given("files/the-board.png")).isEqualTo("the-board.png");
    }

    /** Empty files, each with a long comment. */
    private static byte[] manyWords(int files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files; i++) {
                ZipEntry entry = new ZipEntry(i + ".md");
                entry.setComment("x".repeat(10_000));
                zip.putNextEntry(entry);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static @Nullable String path(String address) {
        return switch (address) {
            case "/pages/1" -> "one.md";
            case "/api/cop/files/2" -> "files/b.png";
            default -> null;
        };
    }

    private static @Nullable String address(String path) {
        return switch (path) {
            case "one.md" -> "/pages/1";
            case "files/b.png" -> "/api/cop/files/2";
            default -> null;
        };
    }
}
