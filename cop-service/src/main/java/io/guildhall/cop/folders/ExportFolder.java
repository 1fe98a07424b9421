package io.guildhall.cop.folders;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.files.Files;
import io.guildhall.cop.files.SharedFile;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.Revision;
import io.guildhall.cop.pages.Revisions;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what a reader sees of a playbook as a folder: a file for each page that is not archived, and the files that they
 * name. Two of the same state are equal to the byte, and only some pages are held at a time.
 */
@Component
public class ExportFolder {

    private static final int AT_ONCE = 20;
    /** The beginning of time for zip files. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Communities communities;
    private final Pages pages;
    private final Revisions revisions;
    private final Files files;
    private final People people;

    ExportFolder(Communities communities, Pages pages, Revisions revisions, Files files, People people) {
        this.communities = communities;
        this.pages = pages;
        this.revisions = revisions;
        this.files = files;
        this.people = people;
    }

    /** A page by itself, with the links that it has. */
    public String page(PageId id, Actor actor) {
        Stored<PlaybookPage> page = pages.get(id, actor);
        return file(page, revisions.get(page.state().text()).content().text()).written();
    }

    /** What a page is called as a file. */
    public String nameOf(PageId id, Actor actor) {
        return new FolderNames().ofPage(pages.get(id, actor).state().title());
    }

    /** What a playbook is called as a zip file. */
    public String nameOf(CommunityId id, Actor actor) {
        return FolderNames.ofZip(communities.get(id, actor).state().name());
    }

    /** @throws IOException when whoever reads has gone */
    public void write(CommunityId community, Actor actor, OutputStream to) throws IOException {
        communities.get(community, actor);
        Map<String, String> paths = paths(community, actor);
        Map<String, PageId> byPath = new TreeMap<>();
        paths.forEach((id, path) -> byPath.put(path, new PageId(id)));
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        Map<String, SharedFile> named = new TreeMap<>();
        List<PageId> ids = List.copyOf(byPath.values());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<PageId> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            write(zip, community, some, paths, named, actor);
        }
        for (Map.Entry<String, SharedFile> each : named.entrySet()) {
            begin(zip, each.getKey());
            try (InputStream content = files.open(each.getValue())) {
                content.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private void write(
            ZipOutputStream zip,
            CommunityId community,
            List<PageId> ids,
            Map<String, String> paths,
            Map<String, SharedFile> named,
            Actor actor)
            throws IOException {
        Map<String, Stored<PlaybookPage>> found = pages.findAll(ids).stream()
                .filter(page -> communities.sees(actor, page.state().visibility(), community))
                .collect(Collectors.toMap(Stored::id, Function.identity()));
        Map<String, Revision> texts =
                revisions
                        .findAll(found.values().stream()
                                .map(page -> page.state().text())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Revision::key, Function.identity()));
        for (PageId id : ids) {
            Stored<PlaybookPage> page = found.get(id.value());
            Revision present = page == null ? null : texts.get(page.state().text());
            if (page != null && present != null) {
                String text = present.content().text();
                Map<String, String> links = new HashMap<>(paths);
                for (SharedFile file : files.findAll(Files.namedIn(text), actor)) {
                    if (file.community().equals(community)) {
                        links.put(file.id().value(), FolderNames.ofFile(file));
                        named.put(FolderNames.ofFile(file), file);
                    }
                }
                begin(zip, paths.getOrDefault(id.value(), ""));
                zip.write(file(page, FolderLinks.within(text, address -> links.get(last(address))))
                        .written()
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void begin(ZipOutputStream zip, String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }

    /** The path of each page, by its id. */
    Map<String, String> paths(CommunityId community, Actor actor) {
        record Titled(String id, String title, String summary) {}
        List<Titled> all = new ArrayList<>();
        pages.forEach(
                community,
                new Pages.Filter(List.of(), null),
                actor,
                page -> all.add(new Titled(
                        page.id(),
                        page.state().title(),
                        String.valueOf(page.state().summary()))));
        all.sort(Comparator.comparing(Titled::title)
                .thenComparing(Titled::summary)
                .thenComparing(Titled::id));
        FolderNames names = new FolderNames();
        Map<String, String> paths = new HashMap<>();
        all.forEach(page -> paths.put(page.id(), names.ofPage(page.title())));
        return paths;
    }

    private PageFile file(Stored<PlaybookPage> page, String text) {
        @Nullable PersonId owner = page.state().owner();
        return PageFile.of(page, owner == null ? null : people.ref(owner), text);
    }
}
