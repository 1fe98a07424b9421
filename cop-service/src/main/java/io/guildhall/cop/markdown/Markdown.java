package io.guildhall.cop.markdown;

import io.guildhall.cop.markdown.Rendered.Heading;
import io.guildhall.platform.aggregate.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;
import org.springframework.stereotype.Component;

/**
 * CommonMark with tables, task lists, footnotes, strikethrough, plain addresses as links and admonitions.
 *
 * <p>The time it takes grows with the length of the text, whatever that is; where it would not, the text is
 * refused with what to change ({@link Bounds}).
 */
@Component
public class Markdown {

    static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.builder().maxCells(Bounds.MOST_CELLS).build(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create(),
            new Admonitions());

    /**
     * The text as safe HTML.
     *
     * @throws Refusal 422 when it would be too much work
     */
    public Rendered render(String markdown) {
        String mark = newMark();
        OwnAttributes own = new OwnAttributes(mark);
        StringBuilder html = new StringBuilder();
        Set<String> delivered = deliver(markdown, own, mark, HtmlStreamRenderer.create(html, problem -> {}));
        List<Heading> contents = own.contents().stream()
                .filter(heading -> delivered.contains("h" + heading.level() + "#" + heading.id()))
                .toList();
        return new Rendered(html.toString().replace(mark, ""), contents);
    }

    /**
     * What readers read of it, alternative texts of images included, for a search: no markup, a line for each block.
     *
     * @throws Refusal 422 as for {@link #render}
     */
    public String textOf(String markdown) {
        String mark = newMark();
        PlainText text = new PlainText();
        deliver(markdown, new OwnAttributes(mark), mark, text);
        return text.toString().replace(mark, "");
    }

    /**
     * Where its links lead and its images are, as written, in order, each once; those in raw HTML are not among them.
     *
     * @throws Refusal 422 as for {@link #render}
     */
    public List<String> linksOf(String markdown) {
        Set<String> links = new LinkedHashSet<>();
        Bounds bounds = new Bounds(markdown);
        Node page = parse(markdown, bounds);
        // Whoever asks is about to keep the text: what could not be read later is refused now.
        renderer(new OwnAttributes(newMark())).render(page, bounds.page(new StringBuilder()));
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
                visitChildren(image);
            }
        });
        links.remove("");
        return List.copyOf(links);
    }

    static Node parse(String markdown, Bounds bounds) {
        Parser parser = Parser.builder()
                .extensions(List.of(bounds))
                .extensions(EXTENSIONS)
                .build();
        try {
            return parser.parse(markdown);
        } catch (IllegalArgumentException e) {
            // The only one that the parser throws.
            throw Bounds.tooManyCells();
        }
    }

    /** @return elements and ids, see {@link SafeHtml#deliver} */
    private static Set<String> deliver(String markdown, OwnAttributes own, String mark, HtmlStreamEventReceiver to) {
        Bounds bounds = new Bounds(markdown);
        StringBuilder html = new StringBuilder();
        renderer(own).render(parse(markdown, bounds), bounds.page(html));
        return new SafeHtml(mark).deliver(html.toString(), to);
    }

    private static HtmlRenderer renderer(OwnAttributes own) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .percentEncodeUrls(true)
                .attributeProviderFactory(context -> own)
                .build();
    }

    /** No author can know it, so what carries it was made by the renderer. */
    private static String newMark() {
        return "own-" + UUID.randomUUID() + "-";
    }
}
