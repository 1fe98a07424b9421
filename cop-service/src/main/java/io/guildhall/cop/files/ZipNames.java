package io.guildhall.cop.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names in a zip, as its directory lists them: nothing of it is unpacked. */
final class ZipNames {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipNames() {}

    static boolean isZip(byte[] content) {
        return content.length > END_SIZE && ByteBuffer.wrap(content).getInt(0) == 0x504b0304;
    }

    /** None where it has no directory that can be read. */
    static Set<String> of(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Set<String> names = new LinkedHashSet<>();
        try {
            int end = content.length - END_SIZE;
            int first = Math.max(0, end - LONGEST_COMMENT);
            while (end >= first && in.getInt(end) != END) {
                end--;
            }
            int at = in.getInt(end + 16);
            for (int left = in.getShort(end + 10) & 0xFFFF; left > 0 && in.getInt(at) == ENTRY; left--) {
                int length = in.getShort(at + 28) & 0xFFFF;
                names.add(new String(content, at + ENTRY_SIZE, length, StandardCharsets.UTF_8));
                at += ENTRY_SIZE + length + (in.getShort(at + 30) & 0xFFFF) + (in.getShort(at + 32) & 0xFFFF);
            }
            return names;
        } catch (IndexOutOfBoundsException e) {
            return Set.of();
        }
    }
}
