package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Imports over HTTP; a service's own subclass says under which path. */
public abstract class ImportController {

    private static final int LONGEST_NAME = 200;

    private final CheckImport check;
    private final ApplyImport apply;
    private final ImportReport report;

    protected ImportController(CheckImport check, ApplyImport apply, ImportReport report) {
        this.check = check;
        this.apply = apply;
        this.report = report;
    }

    /** The body is the file as it is. */
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(types = "string")),
                @Content(mediaType = "application/yaml", schema = @Schema(types = "string"))
            })
    @PostMapping(
            consumes = {
                "text/csv",
                "text/yaml",
                "text/x-yaml",
                "application/yaml",
                "application/x-yaml",
                "text/plain",
                "application/octet-stream"
            })
    public ResponseEntity<ImportView> give(
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String file,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        if (file != null && file.length() > LONGEST_NAME) {
            throw Refusal.invalid("text-too-long", "'file' takes up to " + LONGEST_NAME + " characters.");
        }
        ImportJob given = check.give(kind, file, request.getInputStream(), caller.command());
        return ResponseEntity.created(URI.create(request.getRequestURI() + "/" + given.id()))
                .headers(headers(given))
                .body(report.view(given));
    }

    @GetMapping
    public Page<ImportView> listImports(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return report.page(caller.actor(), cursor, limit);
    }

    @GetMapping("/{id}")
    public ResponseEntity<ImportView> getImport(@PathVariable String id, Caller caller) {
        return reply(report.get(id, caller.actor()));
    }

    @GetMapping("/{id}/rows")
    public Page<ImportView.RowView> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(defaultValue = "false") boolean findings,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return report.rows(report.get(id, caller.actor()), verdict, findings, cursor, limit);
    }

    @IfMatch
    @PutMapping("/{id}/mapping")
    public ResponseEntity<ImportView> map(
            @PathVariable String id, @RequestBody Map<String, @Nullable Object> mapping, Caller caller) {
        return reply(check.map(id, StateMapper.tree(mapping), caller.command()));
    }

    @IfMatch
    @PostMapping("/{id}/apply")
    public ResponseEntity<ImportView> apply(@PathVariable String id, Caller caller) {
        return reply(apply.apply(id, caller.command()));
    }

    private ResponseEntity<ImportView> reply(ImportJob job) {
        return ResponseEntity.ok().headers(headers(job)).body(report.view(job));
    }

    private static HttpHeaders headers(ImportJob job) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag("\"" + job.version() + "\"");
        return headers;
    }
}
