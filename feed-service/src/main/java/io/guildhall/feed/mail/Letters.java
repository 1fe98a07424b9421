package io.guildhall.feed.mail;

import io.guildhall.feed.mail.Letter.Item;
import io.guildhall.feed.mail.Letter.Section;
import io.guildhall.feed.mail.Mailbox.Outgoing;
import io.guildhall.feed.webhook.ManageWebhooks;
import io.guildhall.feed.webhook.Webhook;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.Scopes.Member;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what is true at the moment of writing: what has been answered, or is another's to answer now, is left out. */
@Component
class Letters {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE, d MMM, HH:mm", Locale.ENGLISH);

    private final OpenAsks asks;
    private final Answerers answerers;
    private final Digest digest;
    private final ManageWebhooks webhooks;
    private final UnsubscribeTokens tokens;
    private final MailAddresses addresses;
    private final Scopes scopes;
    private final Invitations invitations;
    private final Mailboxes mailboxes;
    private final Clock clock;

    Letters(
            OpenAsks asks,
            Answerers answerers,
            Digest digest,
            ManageWebhooks webhooks,
            UnsubscribeTokens tokens,
            MailAddresses addresses,
            Scopes scopes,
            Invitations invitations,
            Mailboxes mailboxes,
            Clock clock) {
        this.asks = asks;
        this.answerers = answerers;
        this.digest = digest;
        this.webhooks = webhooks;
        this.tokens = tokens;
        this.addresses = addresses;
        this.scopes = scopes;
        this.invitations = invitations;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** Empty where there is nothing left to say. */
    Optional<Letter> write(Member to, String address, Outgoing outgoing, List<Matter> matters) {
        String unsubscribe = addresses.unsubscribe(tokens.token(to.id(), outgoing.kind()));
        return switch (outgoing.kind()) {
            case NOTICES -> notice(to, address, outgoing, matters, unsubscribe);
            case DIGEST -> week(to, address, outgoing, matters, unsubscribe);
            case WEBHOOKS -> webhooks(to, address, outgoing, matters, unsubscribe);
            case INVITATIONS -> invitation(to, address, outgoing, matters, unsubscribe);
        };
    }

    private Optional<Letter> notice(
            Member to, String address, Outgoing outgoing, List<Matter> matters, String unsubscribe) {
        Map<String, Ask> open = new LinkedHashMap<>();
        for (Matter matter : matters) {
            String topic = String.valueOf(matter.topic());
            asks.of(topic, matter.subject())
                    .filter(ask ->
                            ask.kind() == matter.ask() && answerers.of(ask).contains(to.id()))
                    .ifPresent(ask -> open.putIfAbsent(topic + "/" + matter.subject(), ask));
        }
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<Item> items = open.values().stream().map(this::item).toList();
        String subject = items.size() == 1
                ? "Waits for your answer: " + items.get(0).title()
                : items.size() + " things wait for your answer";
        String lead = items.size() == 1
                ? "This waits for your answer."
                : "These " + items.size() + " things wait for your answer.";
        return Optional.of(new Letter(
                outgoing.id(),
                to.name(),
                address,
                outgoing.at(),
                subject,
                lead,
                List.of(new Section("", items)),
                "You get this because it is yours to answer.",
                unsubscribe));
    }

    /** What is asked, by whom and by when. */
    Item item(Ask ask) {
        String unit = ask.from() == null
                ? ""
                : scopes.scope(ask.from()).map(Scope::name).orElse("another team");
        String who = ask.by() == null
                ? (unit.isEmpty() ? "" : "For " + unit + ".")
                : "By " + scopes.nameOf(ask.by()) + (unit.isEmpty() ? "" : ", " + unit) + ".";
        return new Item(
                ask.title(), addresses.page(ask.path()), List.of(ask.kind().todo(), (who + " " + ask.days()).strip()));
    }

    private Optional<Letter> week(
            Member to, String address, Outgoing outgoing, List<Matter> matters, String unsubscribe) {
        LocalDate monday = LocalDate.parse(matters.get(matters.size() - 1).subject());
        List<Item> waiting = asks.all().stream()
                .filter(ask -> answerers.of(ask).contains(to.id()))
                .map(this::item)
                .toList();
        List<Item> due = digest.due(to.id(), monday);
        List<Item> changed = digest.changed(to.id(), monday);
        List<Section> sections = new ArrayList<>();
        addUnlessEmpty(sections, "Waits for you", waiting);
        addUnlessEmpty(sections, "Due this week", due);
        addUnlessEmpty(sections, "Changed since last Monday", changed);
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Letter(
                outgoing.id(),
                to.name(),
                address,
                outgoing.at(),
                "Your week: " + waiting.size() + " waiting for you, " + due.size() + " due",
                "What waits for you, what is due and what has changed in your teams and areas, and of what you follow.",
                sections,
                "You get this on Mondays, when there is something to tell.",
                unsubscribe));
    }

    private static void addUnlessEmpty(List<Section> sections, String heading, List<Item> items) {
        if (!items.isEmpty()) {
            sections.add(new Section(heading, items));
        }
    }

    private Optional<Letter> webhooks(
            Member to, String address, Outgoing outgoing, List<Matter> matters, String unsubscribe) {
        Map<String, Matter> told = new LinkedHashMap<>();
        matters.forEach(matter -> told.put(matter.subject(), matter));
        List<Item> items = webhooks.disabled().stream()
                .filter(webhook -> told.containsKey(webhook.id()) && to.id().equals(personOf(webhook)))
                .map(this::item)
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Letter(
                outgoing.id(),
                to.name(),
                address,
                outgoing.at(),
                items.size() == 1
                        ? "Your webhook is disabled: " + items.get(0).title()
                        : items.size() + " of your webhooks are disabled",
                "Nothing is sent there any more. Resume it when it works again: it goes on where it stopped.",
                List.of(new Section("", items)),
                "You get this because the webhook is yours.",
                unsubscribe));
    }

    private Item item(Webhook webhook) {
        String host = URI.create(webhook.settings().url()).getHost();
        return new Item(
                host == null ? "A webhook" : host,
                addresses.page("/webhooks/" + webhook.id()),
                List.of(
                        webhook.settings().description() == null
                                ? ""
                                : webhook.settings().description(),
                        webhook.settings().reason() == null
                                ? ""
                                : webhook.settings().reason()));
    }

    private Optional<Letter> invitation(
            Member to, String address, Outgoing outgoing, List<Matter> matters, String unsubscribe) {
        String occasion = matters.get(0).subject();
        return invitations
                .of(mailboxes.of(to.id()), occasion, clock.instant())
                .map(invitation -> invitation(to, address, outgoing, invitation, unsubscribe));
    }

    private Letter invitation(Member to, String address, Outgoing outgoing, Invitation invitation, String unsubscribe) {
        Invited told = invitation.told();
        ZoneId zone = Objects.requireNonNullElse(invitation.zone(), clock.getZone());
        String when = WHEN.format(told.from().atZone(zone));
        String what = told.off() ? "Cancelled: " : invitation.again() ? "Changed: " : "Invitation: ";
        String path = invitation.path();
        String lead = told.off()
                ? path == null
                        ? "This gathering is not yours any more: you left the community, or it meets no more."
                        : "This gathering does not take place."
                : invitation.again() ? "This gathering has changed." : "A community of yours meets.";
        List<String> lines = new ArrayList<>(List.of(when + " (" + zone.getId() + ")"));
        if (invitation.reason() != null) {
            lines.add(invitation.reason());
        }
        return new Letter(
                outgoing.id(),
                to.name(),
                address,
                outgoing.at(),
                what + told.summary() + ", " + when,
                lead,
                List.of(new Section(
                        "",
                        List.of(new Item(
                                told.summary(), addresses.page(path == null ? "/communities" : path), lines)))),
                "You get this because you have asked for invitations to the gatherings of your communities.",
                invitation,
                unsubscribe);
    }

    @Nullable
    String personOf(Webhook webhook) {
        return scopes.linked(webhook.settings().issuer(), webhook.settings().subject())
                .orElse(null);
    }

    /** One that somebody asks for to see whether mail reaches them. */
    Letter trial(Member to, String address, String id, Instant at) {
        return new Letter(
                id,
                to.name(),
                address,
                at,
                "A test mail",
                "Mail from Guildhall reaches you.",
                List.of(new Section(
                        "",
                        List.of(new Item(
                                "Notifications",
                                addresses.page("/notifications"),
                                List.of("What is mailed to you, and when."))))),
                "You get this because you have asked for it.",
                null);
    }
}
