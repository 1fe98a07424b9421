package io.guildhall.cop.folders;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.files.AddFile;
import io.guildhall.cop.folders.Judged.Verdict;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.KeepPage;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.ReadPage;
import io.guildhall.cop.pages.ReviewPage;
import io.guildhall.cop.pages.Revision;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings a folder into the playbook of a community, each page by the use cases that people write it with. What was written
 * here since the folder was exported is brought together with it, as for any edit; where that cannot be, the page stays as it
 * is. Brought again, it changes nothing.
 */
@Component
public class ImportFolder {

    private static final String IMPORT_PLAYBOOK = "ImportPlaybook";

    /** Marks the revisions that came from a folder: of one that comes from elsewhere, the next is compared with them. */
    static final String NOTE = "From a folder";

    private static final int LONGEST_TOGETHER = 20_000;

    private final Communities communities;
    private final Pages pages;
    private final Revisions revisions;
    private final ReadPage read;
    private final WritePage write;
    private final ReviewPage review;
    private final KeepPage keep;
    private final AddFile files;
    private final People people;
    private final Markdown markdown;
    private final Clock clock;

    ImportFolder(
            Communities communities,
            Pages pages,
            Revisions revisions,
            ReadPage read,
            WritePage write,
            ReviewPage review,
            KeepPage keep,
            AddFile files,
            People people,
            Markdown markdown,
            Clock clock) {
        this.communities = communities;
        this.pages = pages;
        this.revisions = revisions;
        this.read = read;
        this.write = write;
        this.review = review;
        this.keep = keep;
        this.files = files;
        this.people = people;
        this.markdown = markdown;
        this.clock = clock;
    }

    /**
     * Says what an import would do, or does it and says what it did.
     *
     * @param body a zip file
     * @param apply whether it is done
     * @return each page by its path
     * @throws Refusal 403, 409 when the community has ended, 413 and 422 for a file that is no folder
     */
    public List<Judged> bring(CommunityId id, InputStream body, boolean apply, CommandContext context)
            throws IOException {
        Stored<Community> community = communities.get(id, context.actor());
        communities.require(context.actor(), IMPORT_PLAYBOOK, community);
        community.state().refuseArchived();
        try (GivenFolder folder = GivenFolder.open(body)) {
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
            return own
                    ? new PageId(Objects.requireNonNull(known))
                    : new PageId(CommandContext.derivedId(
                            "folder-page", community.value(), Objects.requireNonNullElse(known, path)));
        }

        private Judged one(String path, PageFile file) {
            PageId id = Objects.requireNonNull(ids.get(path));
            try {
                Content content = new Content(file.title(), file.summary(), linked(path, file.text()));
                markdown.linksOf(content.text());
                Optional<Stored<PlaybookPage>> present = pages.find(id);
                return present.isPresent()
                        ? present(path, file, present.get(), content)
                        : fresh(path, file, id, content);
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
            write.draft(id, community, content, purpose, context);
            List<String> left = new ArrayList<>();
            if (file.status() == PageStatus.PUBLISHED) {
                LocalDate until = file.reviewBy();
                boolean ahead = until != null && until.isAfter(LocalDate.now(clock));
                attempt(left, () -> review.publish(id, ahead ? until : null, context));
            } else if (file.status() == PageStatus.IN_REVIEW) {
                attempt(left, () -> review.submit(id, context));
            }
            PersonId owner = file.ownerId();
            if (owner != null && people.isHere(owner)) {
                attempt(left, () -> keep.own(id, owner, context));
            }
            return new Judged(
                    path, content.title(), Verdict.NEW, id, left.isEmpty() ? null : String.join(" ", left), null);
        }

        private void attempt(List<String> left, Runnable deed) {
            try {
                deed.run();
            } catch (Refusal refusal) {
                left.add(refusal.detail());
            }
        }

        private Judged present(String path, PageFile file, Stored<PlaybookPage> page, Content given) {
            PageId id = new PageId(page.id());
            if (page.state().status() == PageStatus.ARCHIVED) {
                return Judged.refused(path, file.title(), id, "The page is archived here; reopen it first.");
            }
            Content present = revisions.get(page.state().text()).content();
            Content mine = withItsEnd(given, present);
            PlaybookPage.Purpose purpose = new PlaybookPage.Purpose(file.makes(), file.treats());
            boolean served = purpose.makes() == page.state().makes()
                    && purpose.treats().equals(page.state().treats());
            if (mine.equals(present) && served) {
                return new Judged(path, mine.title(), Verdict.UNCHANGED, id, null, null);
            }
            int now = page.state().revision();
            int base = Math.min(baseOf(file, id), now);
            boolean serves = !served && base == now;
            Content next = mine.equals(present) ? present : write.wouldWrite(id, base, mine, context.actor());
            if (apply) {
                if (!next.equals(present)) {
                    write.edit(id, base, mine, NOTE, context);
                }
                if (serves) {
                    write.serve(id, purpose, context);
                }
            }
            Verdict verdict = next.equals(present) && !serves
                    ? Verdict.UNCHANGED
                    : base == now ? Verdict.CHANGED : Verdict.MERGED;
            return new Judged(path, next.title(), verdict, id, null, null);
        }

        /** The revision that the file was, or that came from such a file last where it comes from elsewhere. */
        private int baseOf(PageFile file, PageId id) {
            Integer revision = file.revision();
            if (id.value().equals(file.id())) {
                return revision == null || revision < 1 ? 1 : revision;
            }
            return read.history(id, context.actor()).stream()
                    .filter(one -> NOTE.equals(one.note()))
                    .mapToInt(Revision::number)
                    .max()
                    .orElse(1);
        }

        /** A file ends with the end of a line, a page as its writer left it. */
        private Content withItsEnd(Content given, Content present) {
            return present.text().equals(given.text() + "\n")
                    ? new Content(given.title(), given.summary(), present.text())
                    : given;
        }

        private String linked(String path, String text) {
            String itsFolder = path.substring(0, path.lastIndexOf('/') + 1);
            return FolderLinks.outOf(itsFolder, text, this::address);
        }

        private @Nullable String address(String target) {
            PageId page = ids.get(target);
            if (page != null) {
                return FolderLinks.PAGES + page;
            }
            if (!folder.has(target) || target.endsWith(FolderNames.PAGE)) {
                return null;
            }
            String known = addresses.get(target);
            String address = known == null ? fileAt(target) : known;
            addresses.put(target, address);
            return address;
        }

        private String fileAt(String path) {
            String name = FolderNames.given(path);
            byte[] content = folder.file(path);
            return apply
                    ? files.add(community, name, content, context).path()
                    : FolderLinks.FILES + files.idOf(community, name, content);
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
