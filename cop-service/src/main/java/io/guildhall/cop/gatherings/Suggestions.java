package io.guildhall.cop.gatherings;

import io.guildhall.cop.ideas.ReadIdeas;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Stored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an agenda could take up, as a pure function of ideas, pages, the agenda and the day. */
final class Suggestions {

    /** As many of a kind; more than that is no agenda. */
    static final int MOST_OF_A_KIND = 5;

    private final Gathering gathering;
    private final List<Suggestion> suggested = new ArrayList<>();

    private Suggestions(Gathering gathering) {
        this.gathering = gathering;
    }

    /**
     * First what is late, then what people want to try.
     *
     * @param open ideas without a decision, the most supported first
     * @param pages by the day on which they are to be looked at
     * @param on the day of the gathering: what is late by then counts
     */
    static List<Suggestion> of(
            List<ReadIdeas.Supported> open, List<Stored<PlaybookPage>> pages, Gathering gathering, LocalDate on) {
        Suggestions suggestions = new Suggestions(gathering);
        suggestions.trials(open, on);
        suggestions.pages(pages, on);
        suggestions.ideas(open);
        return List.copyOf(suggestions.suggested);
    }

    private void trials(List<ReadIdeas.Supported> open, LocalDate on) {
        open.stream()
                .filter(one -> one.idea().state().isDue(on))
                .map(one -> idea(Suggestion.Reason.TRIAL_OVER, "What did the trial show: ", one))
                .filter(this::isNew)
                .limit(MOST_OF_A_KIND)
                .forEach(suggested::add);
    }

    private void pages(List<Stored<PlaybookPage>> pages, LocalDate on) {
        pages.stream()
                .filter(page -> page.state().isOverdue(on))
                .map(page -> suggestion(
                        Suggestion.Reason.PAGE_OVERDUE,
                        "Still true: ",
                        page.state().title(),
                        "/pages/" + page.id(),
                        0))
                .filter(this::isNew)
                .limit(MOST_OF_A_KIND)
                .forEach(suggested::add);
    }

    private void ideas(List<ReadIdeas.Supported> open) {
        open.stream()
                .filter(one -> one.idea().state().trial() == null)
                .map(one -> idea(Suggestion.Reason.IDEA, "Idea: ", one))
                .filter(this::isNew)
                .limit(MOST_OF_A_KIND)
                .forEach(suggested::add);
    }

    private static Suggestion idea(Suggestion.Reason reason, String before, ReadIdeas.Supported one) {
        return suggestion(
                reason,
                before,
                one.idea().state().title(),
                "/ideas/" + one.idea().id(),
                one.support());
    }

    private static Suggestion suggestion(
            Suggestion.Reason reason, String before, String title, String path, int support) {
        int room = Wording.LINE - before.length();
        String fitting = title.length() <= room ? title : title.substring(0, room - 1) + "…";
        return new Suggestion(reason, before + fitting, path, title, support);
    }

    /** What leads to the same thing is on the agenda already, in whatever words. */
    private boolean isNew(Suggestion suggestion) {
        return !gathering.agenda().contains(suggestion.topic())
                && gathering.links().stream().noneMatch(link -> link.path().equals(suggestion.path()));
    }
}
