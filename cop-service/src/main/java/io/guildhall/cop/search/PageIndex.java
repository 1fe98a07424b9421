package io.guildhall.cop.search;

import static io.guildhall.cop.search.Question.TEXT;
import static io.guildhall.cop.search.Question.TITLE;
import static io.guildhall.cop.search.Question.WORDS;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.shared.CommunityId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The present texts of all pages, as this instance finds them. It is in memory and never written down: it is built anew
 * from the store whenever an instance starts.
 */
@Component
public class PageIndex implements AutoCloseable {

    private static final String ID = "id";
    private static final String COMMUNITY = "community";
    private static final String STATUS = "status";
    private static final String READERS = "readers";
    private static final Set<String> SHOWN = Set.of(ID, COMMUNITY, STATUS);

    private static final String EVERYBODY = "*";
    private static final FieldType IN_FULL = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType BEGINNINGS = type(IndexOptions.DOCS, true);

    /** A word counts the same however many pages have it: among those are pages that the reader may not see. */
    private static final Similarity ALIKE = new BM25Similarity() {
        @Override
        protected float idf(long pagesWithIt, long pages) {
            return 1;
        }
    };

    private final Analyzer words = Words.written();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Map<PageId, Long> sequences = new HashMap<>();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile boolean built;

    PageIndex() {
        try {
            IndexWriterConfig config = new IndexWriterConfig(words)
                    .setUseCompoundFile(false)
                    .setCommitOnClose(false)
                    .setSimilarity(ALIKE);
            writer = new IndexWriter(directory, config);
            searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                    IndexSearcher searcher = new IndexSearcher(reader);
                    searcher.setQueryCache(null);
                    searcher.setSimilarity(ALIKE);
                    return searcher;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Who looks, and where.
     *
     * @param own communities whose members the reader is among
     * @param community null for all
     * @param archived those that are, instead of the others
     */
    record Reach(Collection<CommunityId> own, @Nullable CommunityId community, boolean archived) {}

    /** Whether all that was published before this instance started can be found. */
    public boolean isBuilt() {
        return built;
    }

    /** All that was published before this instance started is in it. */
    public void built() {
        built = true;
    }

    /** Whether it has what a page was after an event. */
    public synchronized boolean has(PageId id, long sequence) {
        Long known = sequences.get(id);
        return known != null && known >= sequence;
    }

    /** From now on the page is found as it is here, unless it is newer already. */
    public synchronized void put(Indexed page) {
        if (has(page.id(), page.sequence())) {
            return;
        }
        try {
            writer.updateDocument(new Term(ID, page.id().value()), document(page));
            sequences.put(page.id(), page.sequence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page is not found any more. */
    public synchronized void remove(PageId id) {
        try {
            writer.deleteDocuments(new Term(ID, id.value()));
            sequences.remove(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best first. What was put before is found. */
    List<Found> search(Question question, Reach reach, int limit) {
        if (question.isEmpty()) {
            return List.of();
        }
        try {
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                return search(searcher, question, reach, limit);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Found> search(IndexSearcher searcher, Question question, Reach reach, int limit) throws IOException {
        ScoreDoc[] best = best(searcher, within(reach, question.all()), limit);
        if (best.length < limit && question.isLong()) {
            best = best(searcher, within(reach, question.most()), limit);
        }
        int[] documents = new int[best.length];
        for (int i = 0; i < best.length; i++) {
            documents[i] = best[i].doc;
        }
        Map<String, Object[]> marked = new Marker(searcher, words).mark(question.marks(), documents);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            Document page = searcher.storedFields().document(documents[i], SHOWN);
            found.add(new Found(
                    new PageId(page.get(ID)),
                    new CommunityId(page.get(COMMUNITY)),
                    PageStatus.valueOf(page.get(STATUS)),
                    fragments(marked, TITLE, i).get(0),
                    fragments(marked, TEXT, i)));
        }
        return found;
    }

    private static ScoreDoc[] best(IndexSearcher searcher, Query query, int limit) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(limit, limit)).scoreDocs;
    }

    @SuppressWarnings("unchecked") // the highlighter knows only that it is what the formatter makes
    private static List<Fragment> fragments(Map<String, Object[]> marked, String field, int i) {
        Object[] all = marked.get(field);
        return all == null || all[i] == null ? List.of() : (List<Fragment>) all[i];
    }

    private static Query within(Reach reach, Query question) {
        BooleanQuery.Builder readers = new BooleanQuery.Builder();
        readers.add(new TermQuery(readers(reach.archived(), EVERYBODY)), Occur.SHOULD);
        reach.own().forEach(id -> readers.add(new TermQuery(readers(reach.archived(), id.value())), Occur.SHOULD));
        BooleanQuery.Builder within =
                new BooleanQuery.Builder().add(question, Occur.MUST).add(readers.build(), Occur.FILTER);
        if (reach.community() != null) {
            within.add(new TermQuery(new Term(COMMUNITY, reach.community().value())), Occur.FILTER);
        }
        return within.build();
    }

    /** Those who find a page are one word, so that there is one thing to look up. */
    private static Term readers(boolean archived, String who) {
        return new Term(READERS, (archived ? "archived:" : "current:") + who);
    }

    private static Document document(Indexed page) {
        String title = Question.composed(page.title());
        String text = Question.composed(page.summary() == null ? page.text() : page.summary() + "\n" + page.text());
        String all = title + "\n" + text;
        boolean archived = page.status() == PageStatus.ARCHIVED;
        String who = page.open() ? EVERYBODY : page.community().value();
        Document document = new Document();
        document.add(new StringField(ID, page.id().value(), Field.Store.YES));
        document.add(new StringField(COMMUNITY, page.community().value(), Field.Store.YES));
        document.add(new StoredField(STATUS, page.status().name()));
        document.add(new StringField(READERS, readers(archived, who).text(), Field.Store.NO));
        document.add(new StoredField(TITLE, title));
        document.add(new StoredField(TEXT, text));
        document.add(new Field(TITLE, title, IN_FULL));
        document.add(new Field(WORDS, all, IN_FULL));
        document.add(new Field(Words.beginningsOf(TITLE), title, BEGINNINGS));
        document.add(new Field(Words.beginningsOf(WORDS), all, BEGINNINGS));
        return document;
    }

    private static FieldType type(IndexOptions options, boolean regardlessOfLength) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(regardlessOfLength);
        type.freeze();
        return type;
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
