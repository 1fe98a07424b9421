package io.guildhall.cop.files;

import io.guildhall.platform.aggregate.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file is, as its content says, whatever its name or its sender claims.
 *
 * @param content what is kept of it
 * @param width in pixels; 0 unless it is an image
 * @param height in pixels; 0 unless it is an image
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Recognized(FileType type, byte[] content, int width, int height) {

    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_OF_AN_IMAGE = 5 * MEGABYTE;
    /** Of any file. */
    static final int MOST = 10 * MEGABYTE;

    private static final Map<String, FileType> TEXTS =
            Map.of("txt", FileType.TEXT, "csv", FileType.CSV, "md", FileType.MARKDOWN, "markdown", FileType.MARKDOWN);
    private static final Map<String, FileType> OPEN_DOCUMENTS = Map.of(
            "application/vnd.oasis.opendocument.text", FileType.ODT,
            "application/vnd.oasis.opendocument.spreadsheet", FileType.ODS,
            "application/vnd.oasis.opendocument.presentation", FileType.ODP);

    /** A browser that finds this at the beginning takes the whole for a page. */
    private static final Pattern MARKUP = Pattern.compile(
            "\\s*<(!doctype|!--|\\?xml|html|head|body|script|svg|iframe|style|title)", Pattern.CASE_INSENSITIVE);

    /** More than browsers look at. */
    private static final int SNIFFED = 2048;

    private static final int PIECE = 8192;

    private static final int BEGINNING = 1024;

    /** @throws Refusal 413 when it is too long, 422 when it is none of what a page may have */
    static Recognized of(String name, byte[] content) {
        if (content.length == 0) {
            throw Refusal.invalid("file-empty", "The file is empty; choose another one.");
        }
        if (content.length > MOST) {
            throw tooLong("A file", MOST);
        }
        if (isImage(content)) {
            return image(content);
        }
        return new Recognized(document(name, content), content, 0, 0);
    }

    private static boolean isImage(byte[] content) {
        return Png.is(content) || Jpeg.is(content) || Gif.is(content) || Webp.is(content);
    }

    private static Recognized image(byte[] content) {
        if (content.length > MOST_OF_AN_IMAGE) {
            throw tooLong("An image", MOST_OF_AN_IMAGE);
        }
        try {
            if (Png.is(content)) {
                return image(FileType.PNG, Png.read(content));
            }
            if (Jpeg.is(content)) {
                return image(FileType.JPEG, Jpeg.read(content));
            }
            return Gif.is(content) ? image(FileType.GIF, Gif.read(content)) : image(FileType.WEBP, Webp.read(content));
        } catch (IndexOutOfBoundsException e) {
            throw Picture.broken();
        }
    }

    private static Recognized image(FileType type, Picture picture) {
        return new Recognized(type, picture.content(), picture.width(), picture.height());
    }

    private static FileType document(String name, byte[] content) {
        if (new String(content, 0, Math.min(5, content.length), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            return FileType.PDF;
        }
        if (ZipNames.isZip(content)) {
            return office(content);
        }
        FileType text = TEXTS.get(extension(name));
        if (text != null && isPlain(content)) {
            return text;
        }
        throw unknown();
    }

    private static FileType office(byte[] content) {
        Set<String> names = ZipNames.of(content);
        if (names.stream().anyMatch(Recognized::isMacro)) {
            throw Refusal.invalid(
                    "file-with-macros", "The document has macros in it; save it without them and give it again.");
        }
        if (names.contains("mimetype")) {
            return OPEN_DOCUMENTS.entrySet().stream()
                    .filter(each -> saysOf(content, each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(Recognized::unknown);
        }
        if (names.contains("[Content_Types].xml")) {
            if (names.contains("word/document.xml")) {
                return FileType.DOCX;
            }
            if (names.contains("xl/workbook.xml")) {
                return FileType.XLSX;
            }
            if (names.contains("ppt/presentation.xml")) {
                return FileType.PPTX;
            }
        }
        throw unknown();
    }

    private static boolean isMacro(String name) {
        return name.endsWith("vbaProject.bin") || name.startsWith("Basic/") || name.startsWith("Scripts/");
    }

    /** An OpenDocument says first, and not compressed, what it is. */
    private static boolean saysOf(byte[] content, String mediaType) {
        String beginning = new String(content, 0, Math.min(BEGINNING, content.length), StandardCharsets.ISO_8859_1);
        return beginning.startsWith("mimetype" + mediaType + "PK", 30);
    }

    /** Looks at it piece by piece: as characters, the whole would take the memory three times over. */
    private static boolean isPlain(byte[] content) {
        Reader text = new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8.newDecoder());
        char[] piece = new char[PIECE];
        StringBuilder beginning = new StringBuilder();
        try {
            for (int read = text.read(piece); read >= 0; read = text.read(piece)) {
                for (int i = 0; i < read; i++) {
                    if (isControl(piece[i])) {
                        return false;
                    }
                }
                beginning.append(piece, 0, Math.min(read, SNIFFED - beginning.length()));
            }
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !MARKUP.matcher(beginning.substring(beginning.indexOf("\uFEFF") == 0 ? 1 : 0))
                .lookingAt();
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && "\t\n\r\f".indexOf(character) < 0;
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Refusal unknown() {
        return Refusal.invalid(
                "file-of-another-kind",
                "A page takes images (PNG, JPEG, GIF, WebP), PDF, office documents (docx, xlsx, pptx, odt, ods, odp) and"
                        + " texts in UTF-8 (txt, csv, md); save it as one of these.");
    }

    static Refusal tooLong(String what, int most) {
        return new Refusal(
                "file-too-long",
                413,
                "The file is too long",
                what + " has at most " + most / MEGABYTE + " MB; make it smaller and give it again.");
    }
}
