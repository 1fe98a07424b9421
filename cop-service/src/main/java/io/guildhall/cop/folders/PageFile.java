package io.guildhall.cop.folders;

import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.aggregate.Stored;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A page as a file: what is known of it in front, then its text. Nothing in it changes unless the page does.
 *
 * @param owner with their name, for whoever reads the file
 * @param id of the page it was; null where somebody wrote the file by hand
 * @param revision that it was
 */
record PageFile(
        String title,
        @Nullable String summary,
        @Nullable PageStatus status,
        @Nullable Ref owner,
        @Nullable LocalDate reviewBy,
        @Nullable Makes makes,
        List<String> treats,
        @Nullable String id,
        @Nullable Integer revision,
        String text) {

    private static final String FENCE = "---\n";
    private static final int LONGEST_FRONT = 20_000;
    private static final Pattern OWNER = Pattern.compile("(.*) \\(([^()]+)\\)");

    PageFile {
        treats = List.copyOf(treats);
    }

    /** @param text as it stands in the file, with the links that lead within the folder */
    static PageFile of(Stored<PlaybookPage> stored, @Nullable Ref owner, String text) {
        PlaybookPage page = stored.state();
        return new PageFile(
                page.title(),
                page.summary(),
                page.status(),
                owner,
                page.reviewBy(),
                page.makes(),
                page.treats(),
                stored.id(),
                page.revision(),
                text);
    }

    String written() {
        StringBuilder file = new StringBuilder(FENCE);
        line(file, "title", quoted(title));
        line(file, "summary", summary == null ? null : quoted(summary));
        line(file, "status", status);
        line(file, "owner", owner == null ? null : quoted(owner.name() + " (" + owner.id() + ")"));
        line(file, "review-by", reviewBy);
        line(file, "makes", makes);
        line(file, "treats", treats.isEmpty() ? null : quoted(treats));
        line(file, "id", id);
        line(file, "revision", revision);
        file.append(FENCE).append('\n').append(text);
        return (text.isEmpty() || text.endsWith("\n") ? file : file.append('\n')).toString();
    }

    private static void line(StringBuilder file, String name, @Nullable Object value) {
        if (value != null) {
            file.append(name).append(": ").append(value).append('\n');
        }
    }

    /** JSON is YAML. */
    private static String quoted(Object value) {
        return StateMapper.json().writeValueAsString(value);
    }

    /**
     * Reads a file, also one that somebody wrote without anything in front.
     *
     * @param name of the file, which is the title where nothing else says one
     * @throws Refusal 422 when what stands in front cannot be understood, or the text is longer than a page takes
     */
    static PageFile read(String name, String content) {
        String file = (content.startsWith("\uFEFF") ? content.substring(1) : content).replace("\r\n", "\n");
        int end = file.startsWith(FENCE) ? file.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
        if (end < 0) {
            return byHand(name, bounded(file));
        }
        String text = file.substring(end + 1 + FENCE.length());
        return read(
                name,
                front(file.substring(FENCE.length(), end + 1)),
                bounded(text.startsWith("\n") ? text.substring(1) : text));
    }

    private static PageFile read(String name, Map<?, ?> front, String text) {
        String title = text(front, "title");
        return new PageFile(
                title == null ? titleOf(name, text) : title,
                text(front, "summary"),
                constant(PageStatus.values(), front, "status"),
                owner(text(front, "owner")),
                day(front),
                constant(Makes.values(), front, "makes"),
                front.get("treats") instanceof List<?> rules
                        ? rules.stream().map(String::valueOf).toList()
                        : List.of(),
                text(front, "id"),
                number(front),
                text);
    }

    private static PageFile byHand(String name, String text) {
        return new PageFile(titleOf(name, text), null, null, null, null, null, List.of(), null, null, text);
    }

    private static String titleOf(String name, String text) {
        return text.lines()
                .map(PageFile::heading)
                .filter(heading -> !heading.isEmpty())
                .findFirst()
                .orElseGet(() -> name.replaceAll("(?i)\\.md$", "").replace('-', ' '));
    }

    /** What a line says as a heading of the first level; empty where it is none. */
    private static String heading(String line) {
        if (!line.startsWith("# ")) {
            return "";
        }
        String said = line.substring(2).strip();
        int end = said.length();
        while (end > 0 && said.charAt(end - 1) == '#') {
            end--;
        }
        boolean closed = end == 0 || said.charAt(end - 1) == ' ';
        return closed ? said.substring(0, end).strip() : said;
    }

    private static Map<?, ?> front(String yaml) {
        if (yaml.length() > LONGEST_FRONT) {
            throw notUnderstood("has more than " + LONGEST_FRONT + " characters");
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(5);
        options.setCodePointLimit(LONGEST_FRONT);
        DumperOptions unused = new DumperOptions();
        Yaml reader = new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new Literally());
        try {
            for (Event event : reader.parse(new StringReader(yaml))) {
                refuseMoreThanWords(event);
            }
            return reader.load(yaml) instanceof Map<?, ?> map ? map : Map.of();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            // What the reader throws depends on what it stumbles over.
            throw notUnderstood("is no YAML");
        }
    }

    /** A tag makes a reader compute something, an alias makes much of little; an export has neither. */
    private static void refuseMoreThanWords(Event event) {
        boolean anchored = event instanceof NodeEvent node && node.getAnchor() != null;
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
        if (anchored || tagged) {
            throw notUnderstood("has YAML tags, anchors or aliases in it");
        }
    }

    private static @Nullable String text(Map<?, ?> front, String name) {
        return front.get(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, Map<?, ?> front, String name) {
        String text = text(front, name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text) && !text.equals("UNKNOWN"))
                .findFirst()
                .orElseThrow(() -> notUnderstood("has no such " + name + " as '" + text + "'"));
    }

    private static @Nullable Ref owner(@Nullable String text) {
        Matcher owner = OWNER.matcher(Objects.requireNonNullElse(text, ""));
        return owner.matches() ? new Ref(owner.group(2), owner.group(1)) : null;
    }

    private static @Nullable LocalDate day(Map<?, ?> front) {
        String text = text(front, "review-by");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw notUnderstood("says review-by: '" + text + "', which is no day like 2027-05-31");
        }
    }

    private static @Nullable Integer number(Map<?, ?> front) {
        String text = text(front, "revision");
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static Refusal notUnderstood(String what) {
        return Refusal.invalid("front-matter", "What stands in front of the text " + what + "; correct it.");
    }

    /** Without its last end of a line. */
    private static String bounded(String text) {
        String bare = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        Content.refuseTooLong(bare);
        return bare;
    }

    @Nullable
    PersonId ownerId() {
        return owner == null ? null : new PersonId(owner.id());
    }

    /** Scalars stay the text they are. */
    private static final class Literally extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            // Nothing is implied.
        }
    }
}
