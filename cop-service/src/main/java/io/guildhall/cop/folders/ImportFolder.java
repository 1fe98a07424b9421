package io.guildhall.cop.folders;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.files.AddFile;
import io.guildhall.cop.files.Files;
import io.guildhall.cop.folders.BroughtFiles.Brought;
import io.guildhall.cop.folders.Judged.Verdict;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.KeepPage;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.ReviewPage;
import io.guildhall.cop.pages.Revisions;
import io.guildhall.cop.pages.WritePage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Brings a folder, or a page by itself, into the playbook of a community, each page by the use cases that people write it with. What was written
 * here since the folder was exported is brought together with it, as for any edit; where that cannot be, the page stays as it
 * is. Brought again, it changes nothing.
 */
@Component
public class ImportFolder {

    private static final String IMPORT_PLAYBOOK = "ImportPlaybook";

    private static final String NOTE = "From a folder";
    private static final int LONGEST_TOGETHER = 20_000;

    /** Links that lead nowhere which are told of one file. */
    private static final int MOST_TOLD = 5;

    /** Each holds a directory, a page and a file at a time in memory. */
    private static final int MOST_AT_ONCE = 2;

    private final Communities communities;
    private final Pages pages;
    private final Revisions revisions;
    private final WritePage write;
    private final ReviewPage review;
    private final KeepPage keep;
    private final AddFile addFile;
    private final Files files;
    private final ExportFolder export;
    private final BroughtFiles brought;
    private final People people;
    private final Markdown markdown;
    private final Clock clock;
    private final Semaphore underWay = new Semaphore(MOST_AT_ONCE);

    ImportFolder(
            Communities communities,
            Pages pages,
            Revisions revisions,
            WritePage write,
            ReviewPage review,
            KeepPage keep,
            AddFile addFile,
            Files files,
            ExportFolder export,
            BroughtFiles brought,
            People people,
            Markdown markdown,
            Clock clock) {
        this.communities = communities;
        this.pages = pages;
        this.revisions = revisions;
        this.write = write;
        this.review = review;
        this.keep = keep;
        this.addFile = addFile;
        this.files = files;
        this.export = export;
        this.brought = brought;
        this.people = people;
        this.markdown = markdown;
        this.clock = clock;
    }

    /**
     * Says what an import would do, or does it and says what it did.
     *
     * @param name of the file; one that ends with .md is a page by itself
     * @param body a Markdown file, or else a zip file
     * @param apply whether it is done
     * @return each page by its path
     * @throws Refusal 403, 409 when the community has ended, 413 and 422 for a file that is no folder, 503 when too many
     *     are brought at the moment
     */
    public List<Judged> bring(CommunityId id, String name, InputStream body, boolean apply, CommandContext context)
            throws IOException {
        Stored<Community> community = communities.get(id, context.actor());
        communities.require(context.actor(), IMPORT_PLAYBOOK, community);
        community.state().refuseArchived();
        if (!underWay.tryAcquire()) {
            throw Refusal.unavailable("busy", "Other folders are brought in right now; try again in a moment.");
        }
        try {
            return brought(id, name, body, apply, context);
        } finally {
            underWay.release();
        }
    }

    private List<Judged> brought(CommunityId id, String name, InputStream body, boolean apply, CommandContext context)
            throws IOException {
        try (GivenFolder folder = FolderNames.isPage(name) ? GivenFolder.ofPage(name, body) : GivenFolder.open(body)) {
            List<String> paths = folder.pages();
            if (paths.isEmpty()) {
                throw Refusal.invalid(
                        "folder-empty", "There is no Markdown file in it; give a folder as Guildhall exports it.");
            }
            // A repetition is told by what it finds, not by its key: one request gives many commands.
            return new Bringing(id, folder, apply, CommandContext.of(context.actor(), context.at())).all(paths);
        }
    }

    /** One folder on its way into one community. */
    private final class Bringing {

        private final CommunityId community;
        private final GivenFolder folder;
        private final boolean apply;
        private final CommandContext context;
        private final Map<String, PageId> ids = new LinkedHashMap<>();
        private final Map<String, String> addresses = new HashMap<>();
        private final Supplier<Map<String, String>> here = SingletonSupplier.of(this::pathsHere);

        Bringing(CommunityId community, GivenFolder folder, boolean apply, CommandContext context) {
            this.community = community;
            this.folder = folder;
            this.apply = apply;
            this.context = context;
        }

        List<Judged> all(List<String> paths) {
            Map<PageId, String> first = new LinkedHashMap<>();
            List<Judged> judged = new ArrayList<>();
            Map<String, Judged> unreadable = new LinkedHashMap<>();
            for (String path : paths) {
                try {
                    PageFile file = PageFile.read(name(path), folder.page(path));
                    PageId id = idOf(path, file);
                    String other = first.putIfAbsent(id, path);
                    if (other == null) {
                        ids.put(path, id);
                    } else {
                        unreadable.put(
                                path,
                                Judged.refused(
                                        path, file.title(), null, "'" + other + "' is the same page; leave one out."));
                    }
                } catch (GivenFolder.FolderTooLarge e) {
                    throw e;
                } catch (Refusal refusal) {
                    unreadable.put(path, Judged.refused(path, name(path), null, refusal.detail()));
                }
            }
            for (String path : paths) {
                Judged before = unreadable.get(path);
                judged.add(before == null ? one(path, PageFile.read(name(path), folder.page(path))) : before);
            }
            return judged;
        }

        /** Its own where it is a page of this community; else one that follows from where it comes from. */
        private PageId idOf(String path, PageFile file) {
            String known = file.id();
            boolean own = known != null
                    && pages.find(new PageId(known))
                            .filter(page -> page.state().community().equals(community))
                            .isPresent();
            return own ? new PageId(Objects.requireNonNull(known)) : pageFrom(Objects.requireNonNullElse(known, path));
        }

        private Judged one(String path, PageFile file) {
            PageId id = Objects.requireNonNull(ids.get(path));
            Set<String> lost = new LinkedHashSet<>();
            try {
                Content content = new Content(file.title(), file.summary(), linked(path, file.text(), lost));
                markdown.linksOf(content.text());
                Optional<Stored<PlaybookPage>> present = pages.find(id);
                Judged judged = present.isPresent()
                        ? present(path, file, present.get(), content, lost)
                        : fresh(path, file, id, content);
                return lost.isEmpty() ? judged : judged.with(ledNowhere(lost));
            } catch (GivenFolder.FolderTooLarge e) {
                throw e;
            } catch (Refusal refusal) {
                if (refusal.type().equals("texts-meet")) {
                    String together = String.valueOf(refusal.property("together"));
                    return new Judged(
                            path,
                            file.title(),
                            Verdict.CONFLICT,
                            id,
                            "The same lines were changed here since; it stays as it is here. Edit the page by hand.",
                            together.substring(0, Math.min(LONGEST_TOGETHER, together.length())));
                }
                return Judged.refused(path, file.title(), ids.get(path), refusal.detail());
            }
        }

        private Judged fresh(String path, PageFile file, PageId id, Content content) {
            PlaybookPage.Purpose purpose = new PlaybookPage.Purpose(file.makes(), file.treats());
            if (!apply) {
                return new Judged(path, content.title(), Verdict.NEW, id, null, null);
            }
            Stored<PlaybookPage> begun = write.draft(id, community, content, purpose, context);
            brought.remember(new Brought(id, false, file.revision(), content, purpose));
            return new Judged(path, content.title(), Verdict.NEW, id, finish(file, begun), null);
        }

        /** Whether a page is as an import left it that broke off before the page was as its file says. */
        private boolean isUnfinished(PageFile file, Stored<PlaybookPage> page) {
            return !isOwn(file, page) && (awaitsStatus(file, page) || awaitsOwner(file, page));
        }

        private boolean awaitsStatus(PageFile file, Stored<PlaybookPage> page) {
            return page.version() == 1
                    && page.state().status() == PageStatus.DRAFT
                    && (file.status() == PageStatus.PUBLISHED || file.status() == PageStatus.IN_REVIEW);
        }

        /** Its status comes first, as the only other write. */
        private boolean awaitsOwner(PageFile file, Stored<PlaybookPage> page) {
            PersonId owner = file.ownerId();
            boolean statusCame = page.version() == 2
                    && page.state().revision() == 1
                    && page.state().status() != PageStatus.DRAFT
                    && page.state().status() == file.status();
            return owner != null
                    && !owner.equals(page.state().owner())
                    && (page.version() == 1 || statusCame)
                    && people.isHere(owner);
        }

        /** @return what could not be done; null for nothing */
        private @Nullable String finish(PageFile file, Stored<PlaybookPage> page) {
            PageId id = new PageId(page.id());
            List<String> left = new ArrayList<>();
            PersonId owner = file.ownerId();
            if (awaitsStatus(file, page)) {
                if (file.status() == PageStatus.PUBLISHED) {
                    LocalDate until = file.reviewBy();
                    boolean ahead = until != null && until.isAfter(LocalDate.now(clock));
                    attempt(left, () -> review.publish(id, ahead ? until : null, context));
                } else {
                    attempt(left, () -> review.submit(id, context));
                }
            }
            if (owner != null && awaitsOwner(file, page)) {
                attempt(left, () -> keep.own(id, owner, context));
            }
            return left.isEmpty() ? null : String.join(" ", left);
        }

        private void attempt(List<String> left, Runnable deed) {
            try {
                deed.run();
            } catch (Refusal refusal) {
                left.add(refusal.detail());
            }
        }

        private Judged present(String path, PageFile file, Stored<PlaybookPage> page, Content given, Set<String> lost) {
            PageId id = new PageId(page.id());
            if (page.state().status() == PageStatus.ARCHIVED) {
                return Judged.refused(path, file.title(), id, "The page is archived here; reopen it first.");
            }
            boolean own = isOwn(file, page);
            Optional<Brought> before =
                    brought.find(id, own).filter(one -> !own || Objects.equals(one.revision(), file.revision()));
            int number = own
                    ? Math.min(
                            Objects.requireNonNullElse(file.revision(), 1),
                            page.state().revision())
                    : 1;
            boolean untouched = number == page.state().revision();
            Content present = revisions.get(page.state().text()).content();
            Content base = before.map(Brought::content).orElseGet(() -> untouched ? present : revision(page, number));
            Content mine = withItsEnd(withItsEnd(given, present), base);
            if (!mine.equals(base) && breaks(lost, base)) {
                return Judged.refused(path, file.title(), id, "With it, links of the page would lead nowhere.");
            }
            PlaybookPage.Purpose purpose = new PlaybookPage.Purpose(file.makes(), file.treats());
            boolean serves = !purpose.equals(PlaybookPage.Purpose.READING)
                    && !purpose.equals(new PlaybookPage.Purpose(
                            page.state().makes(), page.state().treats()))
                    && before.map(one -> !one.purpose().equals(purpose)).orElse(untouched);
            Content next = mine.equals(base) || mine.equals(present)
                    ? present
                    : write.wouldWrite(id, base, mine, context.actor());
            boolean unfinished = isUnfinished(file, page);
            String left = null;
            if (apply) {
                // What tells that it was brought comes last, so that what breaks off is done again.
                if (unfinished) {
                    left = finish(file, page);
                }
                if (serves) {
                    write.serve(id, purpose, context);
                }
                if (!next.equals(present)) {
                    write.edit(id, base, mine, NOTE, context);
                }
                Brought now = new Brought(id, own, file.revision(), mine, purpose);
                if (before.isPresent() ? !before.get().equals(now) : !own || serves || !mine.equals(base)) {
                    brought.remember(now);
                }
            }
            Verdict changed = present.equals(base) || next.equals(present) ? Verdict.CHANGED : Verdict.MERGED;
            Verdict verdict = next.equals(present) && !serves && !unfinished ? Verdict.UNCHANGED : changed;
            return new Judged(path, next.title(), verdict, id, left, null);
        }

        /** Whether it is a file of this page, and not one from elsewhere that became it. */
        private boolean isOwn(PageFile file, Stored<PlaybookPage> page) {
            return page.id().equals(file.id());
        }

        private Content revision(Stored<PlaybookPage> page, int number) {
            return revisions
                    .find(new PageId(page.id()), page.state().text(), Math.max(1, number))
                    .orElseThrow(() -> new IllegalStateException("No revision " + number + " of " + page.id()))
                    .content();
        }

        /** A file ends with the end of a line, a page as its writer left it. */
        private Content withItsEnd(Content given, Content known) {
            return known.text().equals(given.text() + "\n")
                    ? new Content(given.title(), given.summary(), known.text())
                    : given;
        }

        private String linked(String path, String text, Set<String> lost) {
            String itsFolder = path.substring(0, path.lastIndexOf('/') + 1);
            return FolderLinks.outOf(itsFolder, text, target -> {
                String address = address(target);
                if (address == null) {
                    lost.add(target);
                }
                return address;
            });
        }

        /** Whether what the page linked before is left out of the folder. */
        private boolean breaks(Set<String> lost, Content base) {
            return lost.stream()
                    .filter(target -> !folder.has(target) && (isFile(target) || target.endsWith(FolderNames.PAGE)))
                    .anyMatch(target -> !base.text().contains(target));
        }

        private @Nullable String address(String target) {
            PageId page = ids.get(target);
            if (page != null) {
                return FolderLinks.PAGES + page;
            }
            boolean file = folder.has(target) && (isFile(target) || !target.endsWith(FolderNames.PAGE));
            return file ? addresses.computeIfAbsent(target, this::fileAt) : addressHere(target);
        }

        private boolean isFile(String target) {
            return target.startsWith(FolderNames.FILES);
        }

        /** What a part of a folder leaves out may have come with another part, or have been exported from here. */
        private @Nullable String addressHere(String target) {
            PageId before = pageFrom(target);
            boolean came = pages.find(before)
                    .filter(page -> page.state().community().equals(community))
                    .isPresent();
            return came ? FolderLinks.PAGES + before : here.get().get(target);
        }

        private Map<String, String> pathsHere() {
            Map<String, String> addresses = new HashMap<>();
            export.paths(community, context.actor()).forEach((id, path) -> addresses.put(path, FolderLinks.PAGES + id));
            files.of(community, context.actor()).forEach(file -> addresses.put(FolderNames.ofFile(file), file.path()));
            return addresses;
        }

        private String fileAt(String path) {
            String name = FolderNames.given(path);
            byte[] content = folder.file(path);
            return apply
                    ? addFile.add(community, name, content, context).path()
                    : FolderLinks.FILES + addFile.idOf(community, name, content);
        }

        private PageId pageFrom(String origin) {
            return new PageId(CommandContext.derivedId("folder-page", community.value(), origin));
        }
    }

    private static String ledNowhere(Set<String> lost) {
        return "It links to what is no page or file of this folder, and not known here: "
                + lost.stream().limit(MOST_TOLD).collect(Collectors.joining(", "))
                + (lost.size() > MOST_TOLD ? " and more" : "")
                + "; bring the whole folder, or correct these links.";
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
