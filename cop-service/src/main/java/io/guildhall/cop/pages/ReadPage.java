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

    /**
     * How a page would be with a change.
     *
     * @param revision the number of the present text
     * @param clean whether the change meets nothing that was written since it began
     * @param lines beside the present text; where they meet, beside the text that the change began with
     */
    public record WouldBe(int revision, boolean clean, List<Line> lines) {}

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

    /** What a text changed of the revision that it began with. */
    public List<Line> compared(PageId id, int base, String text, Actor actor) {
        return Merge.compare(revision(id, base, actor).content().text(), text);
    }

    /** What a page would say with a change of an earlier revision, beside what it says now. */
    public WouldBe wouldBe(PageId id, int base, Content changed, Actor actor) {
        PlaybookPage page = pages.get(id, actor).state();
        Revision present = revisions.get(page.text());
        if (base == present.number()) {
            return new WouldBe(
                    present.number(), true, Merge.compare(present.content().text(), changed.text()));
        }
        Content before = revision(id, page, base).content();
        Merge.Together together = Merge.together(before, present.content(), changed);
        return new WouldBe(
                present.number(),
                together.clean(),
                together.clean()
                        ? Merge.compare(
                                present.content().text(), together.content().text())
                        : Merge.compare(before.text(), changed.text()));
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
