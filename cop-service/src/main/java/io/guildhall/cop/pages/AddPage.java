package io.guildhall.cop.pages;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Adds a page under an id that follows from where it comes from: what is there already stays as it is. */
@Component
class AddPage {

    private final Pages pages;
    private final Revisions revisions;

    AddPage(Pages pages, Revisions revisions) {
        this.pages = pages;
        this.revisions = revisions;
    }

    /**
     * @param context of no command that could be repeated: the id tells a repetition
     * @param begun what is made of the first revision
     * @return whether it was not there yet
     */
    boolean once(
            PageId id,
            Content content,
            PersonId by,
            CommandContext context,
            Function<Revision, Change<PlaybookPage>> begun) {
        if (pages.find(id).isPresent()) {
            return false;
        }
        Revision first = revisions.writeAsItCame(id, content, by, context.at());
        try {
            pages.add(id, context, begun.apply(first));
            return true;
        } catch (Refusal raced) {
            revisions.drop(first);
            if (pages.find(id).isEmpty()) {
                throw raced;
            }
            return false;
        }
    }
}
