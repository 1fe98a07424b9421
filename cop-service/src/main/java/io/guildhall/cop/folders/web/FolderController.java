package io.guildhall.cop.folders.web;

import io.guildhall.cop.folders.ExportFolder;
import io.guildhall.cop.folders.ImportFolder;
import io.guildhall.cop.folders.Judged;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.web.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Playbooks as folders over HTTP. */
@RestController
@RequestMapping("/api/cop")
class FolderController {

    private static final String ZIP = "application/zip";
    private static final String MARKDOWN = "text/markdown";

    private final ExportFolder export;
    private final ImportFolder bring;

    FolderController(ExportFolder export, ImportFolder bring) {
        this.export = export;
        this.bring = bring;
    }

    /** @param pages by their paths */
    record FolderView(boolean applied, List<FolderPage> pages) {}

    /**
     * What an import does with a page, or did.
     *
     * @param path of the file
     * @param page its id; null where there is none
     * @param why what stands against it, or is to be known of it; null for nothing
     * @param together both texts in one, where the same lines were changed
     */
    record FolderPage(
            String path,
            String title,
            Judged.Verdict verdict,
            @Nullable String page,
            @Nullable String why,
            @Nullable String together) {

        static FolderPage of(Judged judged) {
            return new FolderPage(
                    judged.path(),
                    judged.title(),
                    judged.verdict(),
                    judged.page() == null ? null : judged.page().value(),
                    judged.why(),
                    judged.together());
        }
    }

    /** The page as a Markdown file, with what is known of it in front. */
    @GetMapping(path = "/pages/{id}/page.md", produces = "text/markdown;charset=utf-8")
    ResponseEntity<String> exportPage(@PathVariable PageId id, Caller caller) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(export.nameOf(id, caller.actor())))
                .body(export.page(id, caller.actor()));
    }

    /**
     * What the reader sees of a playbook as a folder: a Markdown file for each page that is not archived, and the images and
     * files that they name. Two exports of the same state are equal to the byte.
     */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(types = "string", format = "binary")))
    @GetMapping(path = "/communities/{id}/playbook.zip", produces = ZIP)
    void exportPlaybook(@PathVariable CommunityId id, HttpServletResponse response, Caller caller) throws IOException {
        String name = export.nameOf(id, caller.actor());
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
        export.write(id, caller.actor(), response.getOutputStream());
    }

    /**
     * Brings a folder of Markdown files into a playbook; the body is a zip file of up to 50 MB, as it is exported or written
     * by hand, or one Markdown file of up to 1 MB. A page that was written here since is brought together with its file, as for any edit; where both changed the
     * same lines, it stays. Brought again, it changes nothing.
     *
     * @param name of the file; one that ends with .md is a page by itself, any other a zip file
     * @param apply false to be told only what would be done
     */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = ZIP, schema = @Schema(types = "string", format = "binary")),
                @Content(mediaType = MARKDOWN, schema = @Schema(types = "string", format = "binary"))
            })
    @PostMapping("/communities/{id}/playbook/imports")
    FolderView importPlaybook(
            @PathVariable CommunityId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean apply,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        return new FolderView(
                apply,
                bring.bring(id, name, request.getInputStream(), apply, caller.command()).stream()
                        .map(FolderPage::of)
                        .toList());
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
