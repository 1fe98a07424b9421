package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text that is UTF-8 for certain, with a byte order mark or without; anything else is refused with advice. */
final class Utf8Reader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader in;
    private int line = 1;
    private boolean begun;

    Utf8Reader(InputStream bytes) {
        in = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                8192);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        try {
            if (!begun) {
                begun = true;
                in.mark(1);
                if (in.read() != BYTE_ORDER_MARK) {
                    in.reset();
                }
            }
            int read = in.read(buffer, offset, length);
            for (int i = offset; i < offset + read; i++) {
                if (buffer[i] == '\n') {
                    line++;
                } else if (buffer[i] == '\0') {
                    throw notText("near line " + line + " stands a character that no text has");
                }
            }
            return read;
        } catch (CharacterCodingException e) {
            throw notText("the text after line " + line + " is in another encoding");
        }
    }

    private static Refusal notText(String why) {
        return Refusal.invalid(
                "not-utf-8",
                "The file is not UTF-8: " + why
                        + ". Save it again as UTF-8 (in a spreadsheet: 'CSV UTF-8') and import that file.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
