package io.guildhall.cop.markdown;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** A quote whose first line is {@code [!NOTE]} or another of GitHub's five stands out from the text around it. */
final class Admonitions implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    private static final Pattern MARKER =
            Pattern.compile("\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*", Pattern.CASE_INSENSITIVE);

    @Override
    public void extend(Parser.Builder parser) {
        parser.postProcessor(document -> {
            document.accept(new Finder());
            return document;
        });
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(Writer::new);
    }

    private static final class Admonition extends CustomBlock {

        /** As it is shown: {@code Note}. */
        private final String title;

        Admonition(String kind) {
            this.title = kind.substring(0, 1).toUpperCase(Locale.ROOT)
                    + kind.substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private static final class Finder extends AbstractVisitor {

        @Override
        public void visit(BlockQuote quote) {
            visitChildren(quote);
            if (quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text text) {
                Matcher marker = MARKER.matcher(text.getLiteral());
                if (marker.matches() && dropMarker(first, text)) {
                    replace(quote, new Admonition(marker.group(1)));
                }
            }
        }

        /** @return false when there is something else on its line, or nothing else in the quote */
        private static boolean dropMarker(Paragraph first, Text marker) {
            Node end = marker.getNext();
            if (end == null && first.getNext() != null) {
                first.unlink();
                return true;
            }
            if (end instanceof SoftLineBreak || end instanceof HardLineBreak) {
                end.unlink();
                marker.unlink();
                return true;
            }
            return false;
        }

        private static void replace(BlockQuote quote, Admonition admonition) {
            while (quote.getFirstChild() != null) {
                admonition.appendChild(quote.getFirstChild());
            }
            quote.insertAfter(admonition);
            quote.unlink();
        }
    }

    private record Writer(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Admonition.class);
        }

        @Override
        public void render(Node node) {
            Admonition admonition = (Admonition) node;
            String kind = admonition.title.toLowerCase(Locale.ROOT);
            HtmlWriter html = context.getWriter();
            html.line();
            html.tag("div", attributes(node, "div", "admonition admonition-" + kind));
            html.line();
            html.tag("p", attributes(node, "p", "admonition-title"));
            html.text(admonition.title);
            html.tag("/p");
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.tag("/div");
            html.line();
        }

        private Map<String, String> attributes(Node node, String tag, String styles) {
            return context.extendAttributes(node, tag, Map.of("class", styles));
        }
    }
}
