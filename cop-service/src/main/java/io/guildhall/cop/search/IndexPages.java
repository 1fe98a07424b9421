package io.guildhall.cop.search;

import com.mongodb.MongoException;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.Revision;
import io.guildhall.cop.pages.Revisions;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts pages into the index as they are in the store: those written here at once, so that whoever wrote one finds it. */
@Component
public class IndexPages {

    private static final Logger log = LoggerFactory.getLogger(IndexPages.class);

    /** At once in memory, where each may be long. */
    private static final int TOGETHER = 50;

    private final PageIndex index;
    private final Pages pages;
    private final Revisions revisions;
    private final Markdown markdown;

    IndexPages(PageIndex index, Pages pages, Revisions revisions, Markdown markdown) {
        this.index = index;
        this.pages = pages;
        this.revisions = revisions;
        this.markdown = markdown;
        pages.whenWritten(this::putAtOnce);
    }

    /** Puts those in as they are now; what the store has no more is found no more. */
    public void put(Collection<PageId> ids) {
        List<PageId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<PageId> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            List<Stored<PlaybookPage>> found = pages.findAll(some);
            putAll(found);
            Set<PageId> gone = new HashSet<>(some);
            found.forEach(page -> gone.remove(new PageId(page.id())));
            gone.forEach(index::remove);
        }
    }

    /** What fails here is put in when the topic tells of it, and the page is written all the same. */
    private void putAtOnce(Stored<PlaybookPage> page) {
        try {
            putAll(List.of(page));
        } catch (MongoException e) {
            log.warn("Page {} is found a little later: {}", page.id(), e.toString());
        }
    }

    private void putAll(List<Stored<PlaybookPage>> found) {
        List<Stored<PlaybookPage>> newer = new ArrayList<>(found);
        newer.removeIf(page -> index.has(new PageId(page.id()), page.sequence()));
        if (newer.isEmpty()) {
            return;
        }
        Map<String, Revision> texts =
                revisions
                        .findAll(newer.stream().map(page -> page.state().text()).toList())
                        .stream()
                        .collect(Collectors.toMap(Revision::key, Function.identity()));
        for (Stored<PlaybookPage> page : newer) {
            Revision text = texts.get(page.state().text());
            if (text != null) {
                index.put(indexed(page, text));
            }
        }
    }

    private Indexed indexed(Stored<PlaybookPage> stored, Revision text) {
        PlaybookPage page = stored.state();
        return new Indexed(
                new PageId(stored.id()),
                stored.sequence(),
                page.title(),
                page.summary(),
                plain(text.content().text()),
                page.community(),
                page.visibility() == Visibility.ORGANIZATION,
                page.status());
    }

    /** What cannot be rendered is found as it was written. */
    private String plain(String text) {
        try {
            return markdown.textOf(text);
        } catch (Refusal e) {
            return text;
        }
    }
}
