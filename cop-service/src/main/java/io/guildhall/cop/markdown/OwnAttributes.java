package io.guildhall.cop.markdown;

import io.guildhall.cop.markdown.Rendered.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Names what the renderer makes, and marks the attributes that an author may not give, so that {@link SafeHtml} can
 * tell the renderer's from those in an author's raw HTML. One is for one text.
 */
final class OwnAttributes implements AttributeProvider {

    /** Ids of footnotes; no heading's id has an underscore. */
    static final String NOTE = "h-note_";

    private static final String HEADING = "h-";
    private static final int LONGEST_ID = 60;
    private static final Set<String> MARKED = Set.of("id", "class", "type", "aria-label");

    private final String mark;
    private final List<Heading> contents = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    OwnAttributes(String mark) {
        this.mark = mark;
    }

    List<Heading> contents() {
        return contents;
    }

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof org.commonmark.node.Heading heading) {
            attributes.put("id", enter(heading));
        } else if (node instanceof TaskListItemMarker task) {
            attributes.put("aria-label", task.isChecked() ? "Done" : "To do");
        } else {
            nameNotes(attributes);
        }
        if (!tagName.equals("code")) {
            attributes.replaceAll((name, value) -> MARKED.contains(name) ? mark + value : value);
        }
    }

    private String enter(org.commonmark.node.Heading heading) {
        String text = textOf(heading);
        String id = newId(HEADING + slug(text));
        if (heading.getLevel() <= 4) {
            contents.add(new Heading(heading.getLevel(), id, text));
        }
        return id;
    }

    private String newId(String wanted) {
        String id = wanted;
        while (!ids.add(id)) {
            id = wanted + "-" + (uses.merge(wanted, 1, Integer::sum) + 1);
        }
        return id;
    }

    /** The extension makes ids from labels, which can be anything and need not be different. */
    private void nameNotes(Map<String, String> attributes) {
        String href = attributes.get("href");
        if (href != null
                && (attributes.containsKey("data-footnote-ref") || attributes.containsKey("data-footnote-backref"))) {
            attributes.put("href", "#" + note(href.substring(1)));
        }
        String id = attributes.get("id");
        if (id != null && !ids.add(note(id))) {
            attributes.remove("id");
        } else if (id != null) {
            attributes.put("id", note(id));
        }
    }

    private String note(String id) {
        return notes.computeIfAbsent(id, any -> NOTE + (notes.size() + 1));
    }

    private static String textOf(Node heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak node) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak node) {
                text.append(' ');
            }
        });
        return text.toString().strip();
    }

    /** Letters of all scripts, with what belongs to them, and digits; whatever is between becomes a hyphen. */
    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().limit(LONGEST_ID).forEach(character -> {
            if (isPartOfWord(character)) {
                slug.appendCodePoint(character);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.isEmpty() ? "section" : slug.toString();
    }

    private static boolean isPartOfWord(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
