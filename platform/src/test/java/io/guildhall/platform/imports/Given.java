package io.guildhall.platform.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Files and bounds for tests. */
final class Given {

    static final ImportProperties BOUNDS =
            new ImportProperties(DataSize.ofMegabytes(10), 20_000, 200, 32_768, 262_144, Duration.ofSeconds(10));

    private Given() {}

    static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> rows(RowSource source) {
        List<Row> rows = new ArrayList<>();
        for (Row row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }

    /** A file that is made while it is read, so that its length costs no memory. */
    static InputStream endless(String part, long bytes) {
        byte[] repeated = part.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                return at >= bytes ? -1 : repeated[(int) (at++ % repeated.length)];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int count = (int) Math.min(length, bytes - at);
                for (int i = 0; i < count; i++) {
                    buffer[offset + i] = (byte) read();
                }
                return count == 0 ? -1 : count;
            }
        };
    }
}
