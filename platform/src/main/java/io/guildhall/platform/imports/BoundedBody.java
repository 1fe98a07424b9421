package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that ends with a refusal when it is longer than allowed, and knows its digest when it was read. */
final class BoundedBody extends FilterInputStream {

    /** As much of a refused file is still read, so that its sender gets to read the answer. */
    private static final long PATIENCE = 64L << 20;

    private final long most;
    private final MessageDigest digest;
    private long count;

    BoundedBody(InputStream in, long most) {
        super(in);
        this.most = most;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            if (count > most) {
                throw tooLong(most);
            }
            digest.update(buffer, offset, read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads on and forgets what it reads. */
    void drain() throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = 0; read >= 0 && count < PATIENCE; count += Math.max(read, 0)) {
            read = in.read(buffer);
        }
    }

    /** The digest of all there is. */
    String digestOfRest() throws IOException {
        byte[] buffer = new byte[8192];
        int read = 0;
        while (read >= 0) {
            read = read(buffer, 0, buffer.length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static Refusal tooLong(long most) {
        return new Refusal(
                "file-too-long",
                413,
                "The file is too long",
                "A file has at most " + (most >> 20) + " MB; split it and import the parts one after the other.");
    }
}
