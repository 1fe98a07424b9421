package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Digest.Thing;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.EventWords;
import io.guildhall.feed.log.LogEntry;
import io.guildhall.feed.log.Placed;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts into words what a channel is told, as feeds do. */
@Component
final class Digests {

    static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 100;

    private static final Map<String, String> PAGES = Map.of(
            "team.impediments", "/impediments/",
            "team.dependencies", "/dependencies/",
            "roadmap.outcomes", "/outcomes/",
            "roadmap.assessments", "/outcomes/",
            "roadmap.features", "/features/",
            "roadmap.decisions", "/decisions/");

    private final EventLog log;
    private final EventWords words;
    private final Scopes scopes;
    private final String origin;

    /** @param publicUrl where browsers find Guildhall: scheme, host and port */
    Digests(EventLog log, EventWords words, Scopes scopes, @Value("${guildhall.public-url}") String publicUrl) {
        this.log = log;
        this.words = words;
        this.scopes = scopes;
        this.origin = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** @param owner whose rights decide which titles are named */
    Digest of(String unit, List<Placed> newest, int more, Actor owner) {
        List<Thing> things = log.named(newest, owner).stream().map(this::thing).toList();
        int all = things.size() + more;
        String name = nameOf(unit);
        return new Digest(
                name + ": " + (all == 1 ? "1 change" : all + " changes"),
                things,
                more,
                origin + "/activity?unit=" + encoded(unit),
                "What happens to " + name + " and below, from Guildhall.");
    }

    /** Something to try a channel with. */
    Digest test(String unit, Actor by) {
        return new Digest(
                "A test from Guildhall",
                List.of(),
                0,
                origin,
                PlainText.of(scopes.nameOf(by.id()), LONGEST_NAME) + " tries whether Guildhall reaches this channel of "
                        + nameOf(unit) + ".");
    }

    private Thing thing(LogEntry entry) {
        String text = words.title(entry, PlainText.of(scopes.nameOf(entry.by()), LONGEST_NAME));
        String page = PAGES.get(entry.topic());
        String path = page == null ? "/activity/" + entry.position() : page + encoded(entry.subject());
        return new Thing(PlainText.of(text, LONGEST_TEXT), words.step(entry).orElse(null), origin + path);
    }

    private String nameOf(String unit) {
        return PlainText.of(scopes.scope(unit).map(Scope::name).orElse(unit), LONGEST_NAME);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
