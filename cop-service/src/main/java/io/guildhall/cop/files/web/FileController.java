package io.guildhall.cop.files.web;

import io.guildhall.cop.files.AddFile;
import io.guildhall.cop.files.FileId;
import io.guildhall.cop.files.FileType;
import io.guildhall.cop.files.Files;
import io.guildhall.cop.files.RemoveFile;
import io.guildhall.cop.files.SharedFile;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.web.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Images and other files of playbook pages over HTTP. */
@RestController
@RequestMapping("/api/cop")
class FileController {

    /** Each holds its whole body in memory. */
    private static final int MOST_AT_ONCE = 4;

    /** As much of a refused file is still read, so that its sender gets to read the answer. */
    private static final long PATIENCE = 60L << 20;

    private final AddFile add;
    private final Files files;
    private final RemoveFile remove;
    private final People people;
    private final Semaphore underWay = new Semaphore(MOST_AT_ONCE);

    FileController(AddFile add, Files files, RemoveFile remove, People people) {
        this.add = add;
        this.files = files;
        this.remove = remove;
        this.people = people;
    }

    /**
     * A file as a page names it.
     *
     * @param path what a text links, or shows as an image
     * @param image whether a page can show it; else it is downloaded
     * @param width in pixels; 0 unless it is an image
     * @param height in pixels; 0 unless it is an image
     */
    record FileView(
            String id, String path, String name, FileType type, boolean image, int bytes, int width, int height) {

        static FileView of(SharedFile file) {
            return new FileView(
                    file.id().value(),
                    file.path(),
                    file.name(),
                    file.type(),
                    file.type().isImage(),
                    file.bytes(),
                    file.width(),
                    file.height());
        }
    }

    /**
     * The body is the file as it is: an image of up to 5 MB (PNG, JPEG, GIF, WebP), or a PDF, office document or text of up
     * to 10 MB. What it is, is seen from its content. The same file is kept once in a community; it is removed after a day
     * if no page names it.
     */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(types = "string", format = "binary")))
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/communities/{id}/files")
    ResponseEntity<FileView> addFile(
            @PathVariable CommunityId id, @RequestParam String name, HttpServletRequest request, Caller caller)
            throws IOException {
        add.require(id, caller.command());
        if (!underWay.tryAcquire()) {
            throw Refusal.unavailable("busy", "Many files are given right now; try again in a moment.");
        }
        try {
            SharedFile file = add.add(id, name, read(request.getInputStream()), caller.command());
            return ResponseEntity.created(URI.create(file.path())).body(FileView.of(file));
        } finally {
            underWay.release();
        }
    }

    private static byte[] read(InputStream body) throws IOException {
        byte[] content = body.readNBytes(AddFile.MOST + 1);
        if (content.length > AddFile.MOST) {
            long left = PATIENCE;
            byte[] unwanted = new byte[8192];
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(unwanted);
            }
        }
        return content;
    }

    /**
     * A file as those who answer for it see it.
     *
     * @param by who gave it first
     * @param at when it was given last
     * @param kept whether a text has ever named it; what no text has named for a day goes by itself
     */
    record KeptFile(
            String id,
            String path,
            String name,
            FileType type,
            boolean image,
            int bytes,
            Ref by,
            Instant at,
            boolean kept) {}

    record KeptFiles(List<KeptFile> items) {
        KeptFiles {
            items = List.copyOf(items);
        }
    }

    /** All files of a community, the newest first, for its leads; there are at most 2,000. */
    @GetMapping("/communities/{id}/files")
    KeptFiles listFiles(@PathVariable CommunityId id, Caller caller) {
        return new KeptFiles(
                remove.of(id, caller.actor()).stream().map(this::kept).toList());
    }

    private KeptFile kept(SharedFile file) {
        return new KeptFile(
                file.id().value(),
                file.path(),
                file.name(),
                file.type(),
                file.type().isImage(),
                file.bytes(),
                people.ref(file.by()),
                file.at(),
                file.kept());
    }

    /** Takes a file away for good, also from the pages and revisions that show it. */
    @DeleteMapping("/files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFile(@PathVariable FileId id, Caller caller) {
        remove.remove(id, caller.command());
    }

    /** The file as it is, to be shown where it is an image and saved else. It never changes. */
    @GetMapping(path = "/files/{id}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> getFile(@PathVariable FileId id, Caller caller) {
        SharedFile file = files.get(id, caller.actor());
        ContentDisposition disposition = (file.type().isImage()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .eTag(file.digest())
                // Whoever signs in next in the same browser may not see what this one does.
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .contentLength(file.bytes())
                .body(new InputStreamResource(() -> files.open(file), file.name()));
    }
}
