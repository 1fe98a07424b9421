package io.guildhall.cop.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Reads the chunks of a PNG; animations keep theirs. */
final class Png {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** What is not critical and yet needed to show it as it was meant. */
    private static final Set<String> KEPT =
            Set.of("tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private static final int FRAME = 12;

    private Png() {}

    static Picture read(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, SIGNATURE.length);
        int at = SIGNATURE.length;
        int width = 0;
        int height = 0;
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.getInt(at);
            type = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > content.length - at - FRAME || (width == 0 && !type.equals("IHDR"))) {
                throw Picture.broken();
            }
            if (type.equals("IHDR")) {
                width = in.getInt(at + 8);
                height = in.getInt(at + 12);
                Picture.refuseTooLarge(width, height);
            }
            if (Character.isUpperCase(type.charAt(0)) || KEPT.contains(type)) {
                out.write(content, at, length + FRAME);
            }
            at += length + FRAME;
        }
        return new Picture(width, height, out.toByteArray());
    }

    static boolean is(byte[] content) {
        return content.length > SIGNATURE.length
                && Arrays.equals(content, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }
}
