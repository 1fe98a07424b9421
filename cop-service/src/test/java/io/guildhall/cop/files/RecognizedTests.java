package io.guildhall.cop.files;

import static io.guildhall.cop.files.FileExamples.ascii;
import static io.guildhall.cop.files.FileExamples.exif;
import static io.guildhall.cop.files.FileExamples.image;
import static io.guildhall.cop.files.FileExamples.lossless;
import static io.guildhall.cop.files.FileExamples.pngChunk;
import static io.guildhall.cop.files.FileExamples.riff;
import static io.guildhall.cop.files.FileExamples.segment;
import static io.guildhall.cop.files.FileExamples.webp;
import static io.guildhall.cop.files.FileExamples.with;
import static io.guildhall.cop.files.FileExamples.zip;
import static io.guildhall.cop.files.FileExamples.zipOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.platform.aggregate.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizedTests {

    private static final int BEHIND_PNG_HEAD = 33;

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void anImageIsWhatItsContentSaysAndLooksTheSameAsBefore(String format, FileType type) throws IOException {
        byte[] given = image(format, 40, 30, 0x336699);

        Recognized seen = Recognized.of("whatever.html", given);

        assertThat(seen.type()).isEqualTo(type);
        assertThat(seen.width()).isEqualTo(40);
        assertThat(seen.height()).isEqualTo(30);
        assertThat(pixels(seen.content())).isEqualTo(pixels(given));
        assertThat(Recognized.of("again", seen.content()).content()).isEqualTo(seen.content());
    }

    @Test
    void whereAPictureWasTakenIsLeftOutAndWhichSideIsUpIsKept() throws IOException {
        byte[] given = with(with(image("jpg", 40, 30, 7), 2, exif(6)), 2, segment(0xFE, ascii("by Priya")));

        Recognized seen = Recognized.of("a.jpg", given);

        assertThat(text(seen.content())).doesNotContain("GPS", "Priya").contains("Exif");
        assertThat(seen.width()).as("turned by a quarter").isEqualTo(30);
        assertThat(seen.height()).isEqualTo(40);
        assertThat(pixels(seen.content())).isEqualTo(pixels(given));
        assertThat(text(Recognized.of("a.jpg", with(image("jpg", 4, 3, 7), 2, exif(1)))
                        .content()))
                .doesNotContain("Exif");
    }

    @Test
    void whatPngsTellBesideTheImageIsLeftOut() {
        byte[] given = with(
                with(image("png", 4, 3, 7), BEHIND_PNG_HEAD, pngChunk("tEXt", ascii("Author\0Priya"))),
                BEHIND_PNG_HEAD,
                pngChunk("eXIf", ascii("GPS")));

        assertThat(text(Recognized.of("a.png", given).content())).doesNotContain("Priya", "GPS");
        assertThat(Recognized.of("a.png", given).content()).isEqualTo(image("png", 4, 3, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void whatFollowsTheEndOfAnImageIsNotKept(String format) {
        byte[] given = image(format, 4, 3, 7);

        assertThat(Recognized.of("a", with(given, given.length, ascii("<script>alert(1)</script>")))
                        .content())
                .isEqualTo(Recognized.of("a", given).content());
    }

    @Test
    void aWebpIsKeptWithoutWhatCamerasTell() {
        byte[] head = ByteBuffer.allocate(10).put((byte) 0x0C).array();
        head[4] = 99;
        head[7] = 49;
        byte[] given =
                webp(riff("VP8X", head), lossless(100, 50), riff("EXIF", ascii("GPS")), riff("XMP ", ascii("x")));

        Recognized seen = Recognized.of("a", given);

        assertThat(seen.type()).isEqualTo(FileType.WEBP);
        assertThat(seen.width()).isEqualTo(100);
        assertThat(seen.height()).isEqualTo(50);
        assertThat(text(seen.content())).doesNotContain("GPS", "EXIF", "XMP");
        assertThat(seen.content()[20]).as("flags").isZero();
        assertThat(Recognized.of("a", seen.content()).content()).isEqualTo(seen.content());
    }

    @Test
    void imagesThatFillTheMemoryOfTheirReadersAreRefusedByWhatTheirHeadSays() {
        byte[] png = image("png", 4, 3, 7);
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        byte[] gif = image("gif", 4, 3, 7);
        Arrays.fill(gif, 6, 10, (byte) 0xFF);
        byte[] hidden = webp(riff("VP8X", new byte[10]), lossless(16_000, 16_000));
        byte[] inFrame =
                webp(riff("VP8X", new byte[10]), riff("ANMF", with(new byte[16], 16, lossless(16_000, 16_000))));

        for (byte[] bomb : new byte[][] {png, gif, hidden, inFrame}) {
            assertThat(refusal("a", bomb).type()).isEqualTo("image-too-large");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aDamagedImageIsRefusedOrReadAndNothingElse(String format) {
        byte[] whole = image(format, 20, 20, 7);
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 3 + random.nextInt(whole.length - 2));
            for (int j = random.nextInt(5); j > 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Recognized.of("a", damaged).content().length).isPositive();
            } catch (Refusal refusal) {
                assertThat(refusal.type()).isIn("image-broken", "image-too-large", "file-of-another-kind");
            }
        }
        assertThat(refusal("a", Arrays.copyOf(whole, whole.length - 2)).type()).isEqualTo("image-broken");
    }

    @Test
    void officeDocumentsAreKnownByWhatIsInThem() {
        assertThat(type("x", zipOf("[Content_Types].xml", "word/document.xml"))).isEqualTo(FileType.DOCX);
        assertThat(type("x", zipOf("[Content_Types].xml", "xl/workbook.xml"))).isEqualTo(FileType.XLSX);
        assertThat(type("x", zipOf("[Content_Types].xml", "ppt/presentation.xml")))
                .isEqualTo(FileType.PPTX);
        assertThat(type("x", openDocument("application/vnd.oasis.opendocument.text")))
                .isEqualTo(FileType.ODT);
        assertThat(type("x", openDocument("application/vnd.oasis.opendocument.spreadsheet")))
                .isEqualTo(FileType.ODS);
        assertThat(type("x", openDocument("application/vnd.oasis.opendocument.presentation")))
                .isEqualTo(FileType.ODP);
        assertThat(type("x", ascii("%PDF-1.7\n..."))).isEqualTo(FileType.PDF);
    }

    @Test
    void aDocumentWithMacrosIsRefused() {
        assertThat(refusal("x.docx", zipOf("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))
                        .type())
                .isEqualTo("file-with-macros");
    }

    @Test
    void anOpenDocumentWithScriptsIsRefused() {
        for (String script : new String[] {"Basic/Standard/a.xml", "Scripts/python/a.py"}) {
            assertThat(refusal("x.odt", zipOf("mimetype", "content.xml", script))
                            .type())
                    .isEqualTo("file-with-macros");
        }
    }

    @Test
    void aLongTextIsLookedAtToItsEnd() {
        byte[] text = "\u00e4\u20ac\ud83d\ude00".repeat(5000).getBytes(StandardCharsets.UTF_8);

        assertThat(type("a.txt", text)).isEqualTo(FileType.TEXT);
        for (int last : new int[] {0x01, 0xF0, 0x80}) {
            assertThat(refusal("a.txt", with(text, text.length, new byte[] {(byte) last}))
                            .type())
                    .isEqualTo("file-of-another-kind");
        }
    }

    @Test
    void aFrameWithinAFrameIsNoImage() {
        byte[] frame = riff("ANMF", with(new byte[16], 16, lossless(4, 3)));
        byte[] nested = riff("ANMF", with(new byte[16], 16, frame));

        assertThat(type("a", webp(riff("VP8X", new byte[10]), frame))).isEqualTo(FileType.WEBP);
        assertThat(refusal("a", webp(riff("VP8X", new byte[10]), nested)).type())
                .isEqualTo("image-broken");
    }

    @Test
    void textsAreWhatTheirNamesSayWhereTheyAreTextsAtAll() {
        byte[] text = "Größe;Wert\r\n<b>1</b>;2\t\n".getBytes(StandardCharsets.UTF_8);

        assertThat(type("a.txt", text)).isEqualTo(FileType.TEXT);
        assertThat(type("a.CSV", text)).isEqualTo(FileType.CSV);
        assertThat(type("a.b.md", text)).isEqualTo(FileType.MARKDOWN);
        assertThat(type("a.md", ascii("<details>\n\nhello"))).isEqualTo(FileType.MARKDOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><svg/>",
                "\uFEFF <!DOCTYPE html><script>alert(1)</script>",
                "<html><body>",
                " \n<script>alert(1)</script>",
                "\u0000\u0001\u0002",
                "MZ\u0090\u0000"
            })
    void pagesDrawingsAndProgramsAreRefusedWhateverTheyAreCalled(String content) {
        for (String name : new String[] {"a.txt", "a.png", "a.md", "a.svg", "a"}) {
            assertThat(refusal(name, content.getBytes(StandardCharsets.UTF_8)).type())
                    .isEqualTo("file-of-another-kind");
        }
    }

    @Test
    void whatSaysNothingOfItselfIsRefused() {
        assertThat(refusal("a.txt", new byte[0]).type()).isEqualTo("file-empty");
        assertThat(refusal("a.html", ascii("hello")).type()).isEqualTo("file-of-another-kind");
        assertThat(refusal("a.zip", zipOf("a.txt")).type()).isEqualTo("file-of-another-kind");
        assertThat(refusal("a.txt", new byte[] {(byte) 0xC3, 0x28}).type()).isEqualTo("file-of-another-kind");
    }

    @Test
    void theLengthHasBounds() {
        byte[] png = image("png", 4, 3, 7);
        assertThatThrownBy(() -> Recognized.of("a", with(png, png.length, new byte[5 << 20])))
                .hasMessageContaining("5 MB");
        assertThatThrownBy(() -> Recognized.of("a.txt", new byte[(10 << 20) + 1]))
                .hasMessageContaining("10 MB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "board.png | board.png",
                "evil.html | evil.png",
                "../../etc/pass wd | pass wd.png",
                "C:\\temp\\a.b.jpeg | a.b.png",
                ".htaccess | image.png",
                "Größe – ä.PNG | Größe ä.png"
            })
    void aNameEndsAsItsTypeDoes(String given, String name) {
        assertThat(FileName.of(given, FileType.PNG)).isEqualTo(name);
    }

    private static FileType type(String name, byte[] content) {
        return Recognized.of(name, content).type();
    }

    private static Refusal refusal(String name, byte[] content) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Recognized.of(name, content));
        assertThat(refusal).as(name).isNotNull();
        return refusal;
    }

    private static byte[] openDocument(String mediaType) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("mimetype", mediaType);
        entries.put("content.xml", "<x/>");
        return zip(entries);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static int[] pixels(byte[] content) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
