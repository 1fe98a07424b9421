package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Channel.Kind;
import io.guildhall.feed.chat.Channel.Settings;
import io.guildhall.feed.chat.Channel.State;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.outgoing.Addresses;
import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.feed.outgoing.Outcome;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people do with channels. Each is its owner's, who has to lead its unit: others know nothing of it but administrators,
 * who may pause and delete it and never see its address.
 */
@Component
public class ManageChannels {

    public static final String SUPERVISE = "SuperviseChannels";

    /** The gateway waits for no answer longer than 10 s. */
    private static final Duration LONGEST_TEST = Duration.ofSeconds(8);

    private static final int LONGEST_NAME = 100;
    private static final Set<String> KINDS_OF_UNIT = Set.of("TEAM", "AREA", "SCRUM_OF_SCRUMS");

    private final Channels channels;
    private final Addresses addresses;
    private final TellChannels teller;
    private final Digests digests;
    private final LogTail log;
    private final MayTell mayTell;
    private final Access access;
    private final Scopes scopes;
    private final Set<String> tested = ConcurrentHashMap.newKeySet();

    ManageChannels(
            Channels channels,
            Addresses addresses,
            TellChannels teller,
            Digests digests,
            LogTail log,
            MayTell mayTell,
            Access access,
            Scopes scopes) {
        this.channels = channels;
        this.addresses = addresses;
        this.teller = teller;
        this.digests = digests;
        this.log = log;
        this.mayTell = mayTell;
        this.access = access;
        this.scopes = scopes;
    }

    /** What an owner says of a channel they connect. */
    public record Wish(
            @Nullable Kind kind,
            @Nullable String url,
            @Nullable String name,
            @Nullable String unit,
            List<Part> tells) {}

    /**
     * What an owner says of one of theirs.
     *
     * @param url null for the address it has
     */
    public record Revision(@Nullable String url, @Nullable String name, List<Part> tells) {}

    /** Connects a channel; it is told nothing but what is chosen, and of that what happens from now on. */
    public Channel create(Wish wish, CommandContext context) {
        String unit = unit(wish.unit());
        access.require(context.actor(), MayTell.MANAGE, unit);
        String id = context.newId("channel");
        channels.refuseOneMore(id, context.actor());
        if (wish.kind() == null) {
            throw Refusal.invalid("kind-missing", "Say whether it is a channel of SLACK or of TEAMS.")
                    .with("field", "kind");
        }
        if (wish.url() == null) {
            throw Refusal.invalid("url-missing", "Give the address that takes messages for the channel.")
                    .with("field", "url");
        }
        Settings settings = new Settings(
                context.actor().issuer(),
                context.actor().subject(),
                wish.kind(),
                address(wish.url()),
                name(wish.name()),
                unit,
                Settings.from(wish.tells(), Map.of(), log.end()),
                State.ACTIVE,
                null,
                context.at(),
                context.at());
        return channels.create(id, context, settings, log.end());
    }

    private String unit(@Nullable String unit) {
        Scope scope = scopes.scope(unit).orElse(null);
        if (unit == null || scope == null || !KINDS_OF_UNIT.contains(scope.kind())) {
            throw Refusal.invalid(
                            "unknown-unit",
                            "Choose the team, area or Scrum of Scrums whose channel it is by its id in 'unit'.")
                    .with("field", "unit");
        }
        return unit;
    }

    private Address address(String url) {
        addresses.accept(url);
        return new Address(url);
    }

    private static @Nullable String name(@Nullable String name) {
        String text = name == null ? "" : name.strip();
        if (text.length() > LONGEST_NAME) {
            throw Refusal.invalid("bad-name", "'name' takes up to " + LONGEST_NAME + " characters.")
                    .with("field", "name");
        }
        return text.isEmpty() ? null : text;
    }

    /** One that this actor owns, or supervises. */
    public Channel get(String id, Actor actor) {
        access.requireKnown(actor);
        Channel channel = channels.get(id);
        if (!owns(actor, channel) && !supervises(actor)) {
            throw Refusal.notFound("channel", id);
        }
        return channel;
    }

    /** One's own, and all for whoever supervises them. */
    public Page<Channel> page(Actor actor, @Nullable String cursor, int limit) {
        access.requireKnown(actor);
        return channels.page(supervises(actor) ? null : actor, cursor, limit);
    }

    public Channel revise(String id, Revision revision, CommandContext context) {
        led(id, context.actor());
        String url = revision.url();
        Address address = url == null ? null : address(url);
        String name = name(revision.name());
        return channels.update(
                id,
                context,
                settings -> settings.revised(
                        address == null ? settings.address() : address, name, revision.tells(), log.end()));
    }

    public Channel pause(String id, CommandContext context) {
        String who = owns(context.actor(), get(id, context.actor())) ? "its owner" : "an administrator";
        return channels.update(id, context, settings -> settings.paused(who, context.at()));
    }

    /** It is told what it has missed, in one message. */
    public Channel resume(String id, CommandContext context) {
        led(id, context.actor());
        return channels.update(id, context, settings -> settings.resumed(context.at()));
    }

    public void delete(String id, CommandContext context) {
        get(id, context.actor());
        channels.delete(id, context);
    }

    /** Sends something to try the channel with, whatever its state; the answer is waited for by nobody. */
    public CompletableFuture<Attempt> test(String id, CommandContext context) {
        Settings settings = led(id, context.actor()).settings();
        if (!tested.add(id)) {
            throw Refusal.conflict(
                    "test-under-way", "A test of this channel is still under way; wait for its outcome.");
        }
        return teller.send(settings, digests.test(settings.unit(), context.actor()), LONGEST_TEST)
                .whenComplete((outcome, failure) -> tested.remove(id))
                .thenApply(Outcome::attempt);
    }

    /** What went wrong with an attempt, in words; null for a success. */
    public @Nullable String failure(Attempt attempt) {
        return attempt.failure() == null ? null : Failures.words(attempt);
    }

    /** Its owner, who leads its unit, and nobody else. */
    Channel led(String id, Actor actor) {
        Channel channel = get(id, actor);
        if (!owns(actor, channel)) {
            throw Refusal.forbidden("This channel is somebody else's: only they do this, or see what is told there.");
        }
        access.require(actor, MayTell.MANAGE, channel.settings().unit());
        return channel;
    }

    public boolean owns(Actor actor, Channel channel) {
        return channel.settings().issuer().equals(actor.issuer())
                && channel.settings().subject().equals(actor.subject());
    }

    private boolean supervises(Actor actor) {
        return access.may(actor, SUPERVISE, List.of(Access.ROOT));
    }

    /** The use cases that this actor may carry out on it. */
    public List<String> can(Actor actor, Channel channel) {
        if (owns(actor, channel) && mayTell.leads(actor, channel.settings().unit())) {
            return List.of(MayTell.MANAGE);
        }
        return supervises(actor) ? List.of(SUPERVISE) : List.of();
    }

    /** The name of its owner. */
    public String ownerOf(Channel channel) {
        return scopes.nameOf(mayTell.owner(channel.settings()).id());
    }

    /** How many messages it was sent today. */
    public int sentToday(Channel channel, Instant now) {
        return channel.progress().sentOn(teller.dayOf(now));
    }
}
