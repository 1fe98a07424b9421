package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.Moment;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Its leads give a community coaching questions of its own. */
@Component
public class KeepQuestions {

    private final Communities communities;

    KeepQuestions(Communities communities) {
        this.communities = communities;
    }

    public Stored<Community> add(CommunityId id, Moment moment, String text, CommandContext context) {
        String question = context.newId("question");
        return keep(id, context, community -> community.addQuestion(new CoachingQuestion(question, moment, text)));
    }

    public Stored<Community> remove(CommunityId id, String question, CommandContext context) {
        return keep(id, context, community -> community.removeQuestion(question));
    }

    private Stored<Community> keep(
            CommunityId id, CommandContext context, Function<Community, Change<Community>> transition) {
        communities.require(context.actor(), "KeepQuestions", communities.get(id, context.actor()));
        return communities.change(id, context, transition);
    }
}
