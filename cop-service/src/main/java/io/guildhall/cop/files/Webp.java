package io.guildhall.cop.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of a WebP; each image within it has to be of a size that can be shown. */
final class Webp {

    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    /** Of a frame, before its own chunks. */
    private static final int FRAME = 16;

    private static final String FRAMED = "ANMF";
    private static final Set<String> KEPT = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", FRAMED, "ICCP");
    /** That there is EXIF or XMP. */
    private static final int DROPPED_FLAGS = 0x0C;

    private final byte[] content;
    private final ByteBuffer in;
    private int width;
    private int height;

    private Webp(byte[] content) {
        this.content = content;
        this.in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    static boolean is(byte[] content) {
        return content.length > HEAD + CHUNK
                && text(content, 0).equals("RIFF")
                && text(content, 8).equals("WEBP");
    }

    static Picture read(byte[] content) {
        return new Webp(content).read();
    }

    private Picture read() {
        long announced = (in.getInt(4) & 0xFFFFFFFFL) + 8;
        if (announced > content.length) {
            throw Picture.broken();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, HEAD);
        chunks(HEAD, (int) announced, out);
        if (width == 0) {
            throw Picture.broken();
        }
        byte[] cleaned = out.toByteArray();
        ByteBuffer written = ByteBuffer.wrap(cleaned).order(ByteOrder.LITTLE_ENDIAN);
        written.putInt(4, cleaned.length - 8);
        if (text(cleaned, HEAD).equals("VP8X")) {
            written.put(HEAD + CHUNK, (byte) (written.get(HEAD + CHUNK) & ~DROPPED_FLAGS));
        }
        return new Picture(width, height, cleaned);
    }

    /** @param out what is kept; null within a frame, which is kept as a whole */
    private void chunks(int from, int end, @Nullable ByteArrayOutputStream out) {
        for (int at = from; at + CHUNK <= end; ) {
            long length = in.getInt(at + 4) & 0xFFFFFFFFL;
            long padded = CHUNK + length + (length & 1);
            if (at + CHUNK + length > end) {
                throw Picture.broken();
            }
            String name = text(content, at);
            if (out == null && name.equals(FRAMED)) {
                throw Picture.broken();
            }
            look(name, at + CHUNK, (int) length);
            if (out != null && KEPT.contains(name)) {
                out.write(content, at, (int) Math.min(padded, end - (long) at));
            }
            at += (int) padded;
        }
    }

    private void look(String name, int at, int length) {
        switch (name) {
            case "VP8X" -> size(1 + three(at + 4), 1 + three(at + 7));
            case "VP8 " -> size(in.getShort(at + 6) & 0x3FFF, in.getShort(at + 8) & 0x3FFF);
            case "VP8L" -> {
                int bits = in.getInt(at + 1);
                size(1 + (bits & 0x3FFF), 1 + ((bits >>> 14) & 0x3FFF));
            }
            case FRAMED -> chunks(at + FRAME, at + length, null);
            default -> {
                // Says nothing about sizes.
            }
        }
    }

    /** The first size is that of the whole. */
    private void size(int itsWidth, int itsHeight) {
        Picture.refuseTooLarge(itsWidth, itsHeight);
        if (width == 0) {
            width = itsWidth;
            height = itsHeight;
        }
    }

    private int three(int at) {
        return (in.getShort(at) & 0xFFFF) | (in.get(at + 2) & 0xFF) << 16;
    }

    private static String text(byte[] content, int at) {
        return new String(content, at, 4, StandardCharsets.ISO_8859_1);
    }
}
