package io.guildhall.cop.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the blocks of a GIF; animations keep how often they are repeated. */
final class Gif {

    private static final int HEAD = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int END = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int IMAGE_HEAD = 10;

    private final byte[] content;
    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private int at = HEAD;

    private Gif(byte[] content) {
        this.content = content;
        this.in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.out = new ByteArrayOutputStream(content.length);
    }

    static boolean is(byte[] content) {
        return content.length > HEAD
                && text(content, 0, 3).equals("GIF")
                && (text(content, 3, 3).equals("87a") || text(content, 3, 3).equals("89a"));
    }

    static Picture read(byte[] content) {
        return new Gif(content).read();
    }

    private Picture read() {
        int width = in.getShort(6) & 0xFFFF;
        int height = in.getShort(8) & 0xFFFF;
        Picture.refuseTooLarge(width, height);
        at += colours(in.get(10));
        keep(0);
        for (int kind = in.get(at) & 0xFF; kind != END; kind = in.get(at) & 0xFF) {
            int from = at;
            if (kind == IMAGE) {
                Picture.refuseTooLarge(in.getShort(at + 5) & 0xFFFF, in.getShort(at + 7) & 0xFFFF);
                at += IMAGE_HEAD + colours(in.get(at + 9)) + 1;
                skipBlocks();
                keep(from);
            } else if (kind == EXTENSION) {
                boolean needed = isNeeded();
                at += 2;
                skipBlocks();
                if (needed) {
                    keep(from);
                }
            } else {
                throw Picture.broken();
            }
        }
        out.write(END);
        return new Picture(width, height, out.toByteArray());
    }

    private boolean isNeeded() {
        int label = in.get(at + 1) & 0xFF;
        return label == CONTROL
                || (label == APPLICATION
                        && at + 14 <= content.length
                        && (text(content, at + 3, 11).equals("NETSCAPE2.0")
                                || text(content, at + 3, 11).equals("ANIMEXTS1.0")));
    }

    private void skipBlocks() {
        int length = in.get(at++) & 0xFF;
        while (length > 0) {
            at += length;
            length = in.get(at++) & 0xFF;
        }
    }

    private void keep(int from) {
        if (at > content.length) {
            throw Picture.broken();
        }
        out.write(content, from, at - from);
    }

    /** Bytes of the table that the flags announce. */
    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static String text(byte[] content, int from, int length) {
        return new String(content, from, length, StandardCharsets.ISO_8859_1);
    }
}
