package io.guildhall.platform.access;

import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.Follower;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.UnreadableEvent;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/** Keeps {@link Scopes} in step with the topics of scopes, people and grants. */
public final class ScopesFeed extends Follower<ScopesFeed.Heard> {

    private static final Logger log = LoggerFactory.getLogger(ScopesFeed.class);
    private static final String PEOPLE = "team.people";

    private final Scopes scopes;
    private final Topics topics;
    private final List<String> scopeTopics;
    private final List<String> grantTopics;

    /** By the full name of the topic. */
    private final Map<String, Scopes.Kind> kinds = new LinkedHashMap<>();

    /** @param scopeTopics and {@code grantTopics} without the installation's prefix */
    public ScopesFeed(
            Scopes scopes,
            Topics topics,
            ConsumerFactory<String, byte[]> factory,
            List<String> scopeTopics,
            List<String> grantTopics) {
        super("scopes", true, factory);
        this.scopes = scopes;
        this.topics = topics;
        this.scopeTopics = scopeTopics;
        this.grantTopics = grantTopics;
    }

    record Heard(Scopes.Kind kind, IncomingEvent event) {}

    @Override
    protected Collection<String> declare() {
        kinds.put(topics.declare(PEOPLE, true), Scopes.Kind.PERSON);
        scopeTopics.forEach(topic -> kinds.put(topics.declare(topic, false), Scopes.Kind.SCOPE));
        grantTopics.forEach(topic -> kinds.put(topics.declare(topic, false), Scopes.Kind.GRANT));
        return kinds.keySet();
    }

    @Override
    protected Heard read(String topic, IncomingEvent event) {
        return new Heard(Objects.requireNonNull(kinds.get(topic)), event);
    }

    @Override
    protected void hear(List<Heard> events) {
        for (Heard heard : events) {
            try {
                scopes.apply(heard.event(), heard.kind());
            } catch (UnreadableEvent | DateTimeException e) {
                log.error("{} is left out: {}", heard.event().id(), e.toString());
            }
        }
    }

    /** Before all others, which ask who may see what they hear of. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
