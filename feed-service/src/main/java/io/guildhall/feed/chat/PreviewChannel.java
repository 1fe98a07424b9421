package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Channel.Settings;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.Placed;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Shows a message before anything is told: of what has happened last, as it would be told now. */
@Component
public class PreviewChannel {

    private static final int MOST_LOOKED_AT = 200;

    private final ManageChannels manage;
    private final EventLog log;
    private final Digests digests;

    PreviewChannel(ManageChannels manage, EventLog log, Digests digests) {
        this.manage = manage;
        this.log = log;
        this.digests = digests;
    }

    /**
     * A message that was not sent.
     *
     * @param message in the form of its chat
     */
    public record Preview(Digest digest, ObjectNode message) {}

    /** @param chosen what would be told; null for what is */
    public Preview preview(String id, @Nullable Collection<Part> chosen, Actor actor) {
        Settings settings = manage.led(id, actor).settings();
        if (chosen != null && chosen.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("bad-part", "'tells' has an empty name; leave it out or name what is told.");
        }
        Collection<Part> parts = chosen == null ? settings.tells().keySet() : chosen;
        Settings wanted = settings.telling(parts);
        Set<String> topics =
                parts.stream().flatMap(part -> part.topics().stream()).collect(Collectors.toSet());
        List<Placed> found = topics.isEmpty()
                ? List.of()
                : log.latest(new EventLog.Selection(topics, settings.unit(), null), actor, MOST_LOOKED_AT).stream()
                        .filter(wanted::wants)
                        .toList();
        List<Placed> newest = found.subList(Math.max(0, found.size() - Batch.MOST), found.size());
        Digest digest = digests.of(settings.unit(), newest, 0, actor);
        return new Preview(digest, Messages.of(settings.kind(), digest));
    }
}
