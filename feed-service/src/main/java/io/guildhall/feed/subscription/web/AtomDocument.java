package io.guildhall.feed.subscription.web;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.guildhall.feed.log.EventWords;
import io.guildhall.feed.log.LogEntry;
import io.guildhall.feed.subscription.ReadFeed;
import io.guildhall.feed.subscription.Subscription;
import io.guildhall.feed.subscription.Token;
import io.guildhall.platform.access.Scopes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.springframework.stereotype.Component;

/** Writes a part of a feed as Atom (RFC 4287) whose parts are linked as RFC 5005 has it. */
@Component
@SuppressWarnings("JavaUtilDate") // ROME takes nothing else
class AtomDocument {

    private static final String MEDIA_TYPE = "application/atom+xml";
    private static final String TEXT = "text";
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    private final FeedAddresses addresses;
    private final EventWords words;
    private final Scopes scopes;

    AtomDocument(FeedAddresses addresses, EventWords words, Scopes scopes) {
        this.addresses = addresses;
        this.words = words;
        this.scopes = scopes;
    }

    Shown show(Subscription subscription, ReadFeed.Part part, Token token) {
        Instant updated = part.entries().stream()
                .map(LogEntry::at)
                .max(Comparator.naturalOrder())
                .orElse(subscription.created());
        Feed feed = new Feed("atom_1.0");
        feed.setId("urn:guildhall:subscription:" + subscription.id());
        feed.setTitleEx(text(subscription.name()));
        feed.setUpdated(Date.from(updated));
        feed.setAlternateLinks(List.of(link("alternate", addresses.page("/activity"), "text/html")));
        feed.setOtherLinks(links(part, token.text()));
        feed.setAuthors(List.of(person("Guildhall")));
        feed.setEntries(part.entries().stream().map(this::entry).toList());
        if (part.archive() != null) {
            feed.setForeignMarkup(new ArrayList<>(List.of(new Element("archive", HISTORY))));
        }
        return new Shown(written(feed), MEDIA_TYPE + ";charset=UTF-8", updated);
    }

    private List<Link> links(ReadFeed.Part part, String token) {
        String newest = addresses.feed(token);
        List<Link> links = new ArrayList<>();
        links.add(link("self", part.archive() == null ? newest : addresses.archive(token, part.archive()), MEDIA_TYPE));
        links.add(link("current", newest, MEDIA_TYPE));
        part.previous()
                .ifPresent(block -> links.add(link("prev-archive", addresses.archive(token, block), MEDIA_TYPE)));
        part.next().ifPresent(block -> links.add(link("next-archive", addresses.archive(token, block), MEDIA_TYPE)));
        return links;
    }

    private Entry entry(LogEntry told) {
        String by = scopes.nameOf(told.by());
        Entry entry = new Entry();
        entry.setId(id(told));
        entry.setTitleEx(text(words.title(told, by)));
        entry.setUpdated(Date.from(told.at()));
        entry.setPublished(Date.from(told.at()));
        entry.setAuthors(List.of(person(by)));
        entry.setCategories(List.of(category(told.topic()), category(told.type())));
        entry.setAlternateLinks(
                List.of(link("alternate", addresses.page("/activity/" + told.position()), "text/html")));
        words.step(told).ifPresent(step -> entry.setSummary(text(step)));
        return entry;
    }

    /** Topic and event id never change, while the position would be another one if the log were ever built again. */
    private static String id(LogEntry told) {
        try {
            return new URI("urn", "guildhall:event:" + told.topic() + "/" + told.event(), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Content text(String value) {
        Content content = new Content();
        content.setType(TEXT);
        content.setValue(Shown.legible(value));
        return content;
    }

    private static Person person(String name) {
        Person person = new Person();
        person.setName(Shown.legible(name));
        return person;
    }

    private static Category category(String term) {
        Category category = new Category();
        category.setTerm(Shown.legible(term));
        return category;
    }

    private static Link link(String rel, String href, String type) {
        Link link = new Link();
        link.setRel(rel);
        link.setHref(href);
        link.setType(type);
        return link;
    }

    private static byte[] written(Feed feed) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new XMLOutputter(Format.getRawFormat()).output(new WireFeedOutput().outputJDom(feed), out);
            return out.toByteArray();
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
