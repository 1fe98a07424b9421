package io.guildhall.cop.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the segments of a JPEG; of what a camera writes beside the image, only the side that is up is kept. */
final class Jpeg {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int UPRIGHT = 1;
    /** From this one on, width and height change places. */
    private static final int TURNED = 5;

    private static final int MOST_ORIENTATIONS = 8;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] content;
    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private int at = 2;
    private int width;
    private int height;
    private int orientation = UPRIGHT;

    private Jpeg(byte[] content) {
        this.content = content;
        this.in = ByteBuffer.wrap(content);
        this.out = new ByteArrayOutputStream(content.length);
    }

    static boolean is(byte[] content) {
        return content.length > 3
                && (content[0] & 0xFF) == 0xFF
                && (content[1] & 0xFF) == START
                && (content[2] & 0xFF) == 0xFF;
    }

    static Picture read(byte[] content) {
        return new Jpeg(content).read();
    }

    private Picture read() {
        out.write(content, 0, 2);
        int marker = marker();
        while (marker != END) {
            segment(marker);
            marker = marker();
        }
        if (width == 0) {
            throw Picture.broken();
        }
        out.write(0xFF);
        out.write(END);
        boolean turned = orientation >= TURNED;
        return new Picture(turned ? height : width, turned ? width : height, out.toByteArray());
    }

    /** The next marker; any number of fill bytes may precede it. */
    private int marker() {
        if (unsigned(at) != 0xFF) {
            throw Picture.broken();
        }
        while (unsigned(at) == 0xFF) {
            at++;
        }
        return unsigned(at++);
    }

    private void segment(int marker) {
        int length = in.getShort(at) & 0xFFFF;
        if (length < 2 || length > content.length - at) {
            throw Picture.broken();
        }
        if (isFrame(marker)) {
            height = in.getShort(at + 3) & 0xFFFF;
            width = in.getShort(at + 5) & 0xFFFF;
            Picture.refuseTooLarge(width, height);
        }
        if (marker == EXIF && startsWith(EXIF_NAME)) {
            orientation = orientation(in.slice(at + 8, Math.max(0, length - 8)));
            if (orientation != UPRIGHT) {
                out.writeBytes(turned(orientation));
            }
        } else if (isKept(marker)) {
            out.write(0xFF);
            out.write(marker);
            out.write(content, at, length);
        }
        at += length;
        if (marker == SCAN) {
            scan();
        }
    }

    /** What is between a scan's head and the next marker; within it, 0xFF is followed by 0 or counts restarts. */
    private void scan() {
        int from = at;
        while (unsigned(at) != 0xFF || isData(unsigned(at + 1))) {
            at++;
        }
        out.write(content, from, at - from);
    }

    private static boolean isData(int next) {
        return next == 0 || (next >= 0xD0 && next <= 0xD7);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean isKept(int marker) {
        return marker == PROFILE
                ? startsWith("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1))
                : marker == JFIF
                        || marker == ADOBE
                        || marker < JFIF
                        || (marker > LAST_APPLICATION && marker != COMMENT);
    }

    private boolean startsWith(byte[] name) {
        return content.length - at - 2 >= name.length
                && in.slice(at + 2, name.length).equals(ByteBuffer.wrap(name));
    }

    private static int orientation(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int entry = directory + 2; entries > 0; entries--, entry += 12) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && value >= 1 && value <= MOST_ORIENTATIONS) {
                    return value;
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    /** A segment that says which side is up and nothing else. */
    private static byte[] turned(int orientation) {
        return ByteBuffer.allocate(36)
                .putShort((short) (0xFF00 | EXIF))
                .putShort((short) 34)
                .put(EXIF_NAME)
                .putInt(0x4D4D002A)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    private int unsigned(int index) {
        return in.get(index) & 0xFF;
    }
}
