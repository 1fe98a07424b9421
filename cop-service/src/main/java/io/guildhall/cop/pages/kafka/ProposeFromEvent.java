package io.guildhall.cop.pages.kafka;

import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.ProposePage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.UnreadableEvent;
import org.springframework.stereotype.Component;

/** Proposes a page because of an event, in the name of whoever caused that. */
@Component
class ProposeFromEvent {

    private final ProposePage propose;

    ProposeFromEvent(ProposePage propose) {
        this.propose = propose;
    }

    /** What no community can take it never can, so it is a dead letter; anything else that fails is tried again. */
    void propose(String community, Content content, IncomingEvent event) {
        try {
            propose.propose(
                    new CommunityId(community),
                    content,
                    event.id(),
                    new PersonId(event.by()),
                    event.at(),
                    event.asCause());
        } catch (Refusal refusal) {
            if (refusal.status() == 503) {
                throw refusal;
            }
            throw new UnreadableEvent("No page can be proposed: " + refusal.detail());
        }
    }
}
