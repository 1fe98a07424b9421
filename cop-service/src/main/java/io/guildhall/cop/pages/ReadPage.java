package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a page says now, said before, and what changed between. */
@Component
public class ReadPage {

    private final Pages pages;
    private final Revisions revisions;

    ReadPage(Pages pages, Revisions revisions) {
        this.pages = pages;
        this.revisions = revisions;
    }

    /** Like a comparison in Git. */
    public record Difference(Revision before, Revision after, List<Line> lines) {}

    /** A line without its end. */
    public record Line(Kind kind, String text) {}

    /** What a line of one text is to the other text. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public Revision present(Stored<PlaybookPage> page) {
        return revisions.get(page.state().text());
    }

    /** The newest first, without their texts. */
    public List<Revision> history(PageId id, Actor actor) {
        return revisions.of(id, pages.get(id, actor).state().text());
    }

    /** @throws Refusal 404 when the page has no such revision */
    public Revision revision(PageId id, int number, Actor actor) {
        return revision(id, pages.get(id, actor).state(), number);
    }

    /** A text beside a revision of a page. */
    public List<Line> compared(PageId id, int base, String text, Actor actor) {
        return Merge.compare(revision(id, base, actor).content().text(), text);
    }

    public Difference difference(PageId id, int from, int to, Actor actor) {
        PlaybookPage page = pages.get(id, actor).state();
        Revision before = revision(id, page, from);
        Revision after = revision(id, page, to);
        return new Difference(
                before,
                after,
                Merge.compare(before.content().text(), after.content().text()));
    }

    private Revision revision(PageId id, PlaybookPage page, int number) {
        return revisions
                .find(id, page.text(), number)
                .orElseThrow(() -> Refusal.notFound("revision", id + " " + number));
    }
}
