package io.guildhall.cop.files;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import java.time.Instant;

/**
 * A file that the pages of a community show or link; it never changes.
 *
 * @param name as a reader saves it
 * @param width in pixels; 0 unless it is an image
 * @param height in pixels; 0 unless it is an image
 * @param digest SHA-256 of what is kept, in hexadecimal digits
 * @param parts under which its content is kept
 * @param kept whether a text has ever named it; if none does within a day, it is removed
 * @param at when it was given last
 */
public record SharedFile(
        FileId id,
        CommunityId community,
        String name,
        FileType type,
        int bytes,
        int width,
        int height,
        String digest,
        String parts,
        boolean kept,
        PersonId by,
        Instant at) {

    /** Where it is read. */
    public static final String PATH = "/api/cop/files/";

    public String path() {
        return PATH + id;
    }
}
