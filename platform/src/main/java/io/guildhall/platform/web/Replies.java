package io.guildhall.platform.web;

import io.guildhall.platform.aggregate.Stored;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers that carry what a client needs to go on: the ETag, the place, and what a later view has to have seen. */
public final class Replies {

    /** The header that a client hands as {@code seen} to a view of another service. */
    public static final String SEEN = "Guildhall-Seen";

    private Replies() {}

    public static <R> ResponseEntity<R> found(Stored<?> stored, R body) {
        return ResponseEntity.ok().headers(headers(stored)).body(body);
    }

    public static <R> ResponseEntity<R> created(String path, Stored<?> stored, R body) {
        return ResponseEntity.created(URI.create(path)).headers(headers(stored)).body(body);
    }

    private static HttpHeaders headers(Stored<?> stored) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag("\"" + stored.version() + "\"");
        headers.set(SEEN, stored.seen());
        return headers;
    }
}
