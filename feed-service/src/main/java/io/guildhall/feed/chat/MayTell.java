package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Channel.Settings;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.security.Actors;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose channel it is, and whether they still lead its unit: otherwise nothing more is told there. */
@Component
final class MayTell {

    static final String MANAGE = "ManageChannels";

    private final Actors actors;
    private final Access access;

    MayTell(Actors actors, Access access) {
        this.actors = actors;
        this.access = access;
    }

    /** The owner as they are now. */
    Actor owner(Settings settings) {
        return actors.of(settings.issuer(), settings.subject());
    }

    /** Why its owner may not have it told anything now; empty when they may. */
    Optional<String> refusal(Actor owner, Settings settings) {
        if (!owner.known()) {
            return Optional.of("The organization does not know its owner's sign-in any more.");
        }
        return leads(owner, settings.unit())
                ? Optional.empty()
                : Optional.of("Its owner does not lead its unit any more.");
    }

    boolean leads(Actor owner, String unit) {
        return access.may(owner, MANAGE, List.of(unit));
    }
}
