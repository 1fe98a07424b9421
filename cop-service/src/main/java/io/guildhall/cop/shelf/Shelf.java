package io.guildhall.cop.shelf;

import io.guildhall.cop.communities.Audience;
import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.trees.Answer;
import io.guildhall.cop.trees.Graph;
import io.guildhall.cop.trees.Node;
import io.guildhall.cop.trees.NodeId;
import io.guildhall.platform.aggregate.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What stands on the starter shelf, as the files under {@code shelf/} have it. */
@Component
public class Shelf {

    private static final String FOLDER = "shelf/";
    private static final String FRONT_MATTER = "---\n";

    private final List<Part> parts;

    Shelf() {
        List<Part> read = new ArrayList<>();
        for (Object part : list(yaml(text("shelf.yaml")), "parts")) {
            read.add(part(map(part)));
        }
        parts = List.copyOf(read);
    }

    /**
     * What a community may begin with.
     *
     * @param cadence a recurrence rule of days that suits it
     * @param leaves in reading order
     */
    public record Part(
            String id,
            String name,
            String purpose,
            List<Audience> audience,
            String cadence,
            List<Leaf> leaves,
            List<Sapling> trees) {}

    /**
     * A page or a template of the shelf.
     *
     * @param file its name within the part
     * @param makes null for a page that is read
     * @param text Markdown, whose links lead to other files
     */
    public record Leaf(
            String file,
            String title,
            @Nullable String summary,
            @Nullable Makes makes,
            List<String> treats,
            String text) {}

    /**
     * A decision tree of the shelf.
     *
     * @param file its name within the part
     * @param graph whose advice links to other files
     */
    public record Sapling(
            String file, String title, @Nullable String summary, Graph graph) {}

    public List<Part> parts() {
        return parts;
    }

    /** @throws Refusal 404 when there is no such part */
    public Part part(String id) {
        return parts.stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("part of the shelf", id));
    }

    private static Part part(Map<String, Object> part) {
        String id = string(part, "id");
        List<String> files = list(part, "files").stream().map(String::valueOf).toList();
        List<Leaf> leaves = files.stream()
                .filter(file -> file.endsWith(".md"))
                .map(file -> leaf(file, text(id + "/" + file)))
                .toList();
        List<Sapling> trees = files.stream()
                .filter(file -> file.endsWith(".tree.yaml"))
                .map(file -> sapling(file, yaml(text(id + "/" + file))))
                .toList();
        return new Part(
                id,
                string(part, "name"),
                string(part, "purpose"),
                list(part, "audience").stream()
                        .map(role -> Audience.valueOf(String.valueOf(role)))
                        .toList(),
                string(part, "cadence"),
                leaves,
                trees);
    }

    private static Leaf leaf(String file, String text) {
        int end = text.indexOf("\n" + FRONT_MATTER, FRONT_MATTER.length());
        Map<String, Object> front = yaml(text.substring(FRONT_MATTER.length(), end));
        Object makes = front.get("template");
        return new Leaf(
                file,
                string(front, "title"),
                string(front, "summary"),
                makes == null ? null : Makes.valueOf(String.valueOf(makes)),
                list(front, "treats").stream().map(String::valueOf).toList(),
                text.substring(end + 1 + FRONT_MATTER.length()).strip() + "\n");
    }

    private static Sapling sapling(String file, Map<String, Object> tree) {
        List<Node> nodes = new ArrayList<>();
        map(Objects.requireNonNull(tree.get("nodes"), file)).forEach((id, node) -> nodes.add(node(id, map(node))));
        return new Sapling(
                file,
                string(tree, "title"),
                string(tree, "summary"),
                new Graph(new NodeId(string(tree, "start")), nodes));
    }

    private static Node node(String id, Map<String, Object> node) {
        List<Answer> answers = new ArrayList<>();
        for (Object answer : list(node, "answers")) {
            answers.add(new Answer(string(map(answer), "text"), new NodeId(string(map(answer), "to"))));
        }
        return new Node(
                new NodeId(id),
                optional(node, "question"),
                optional(node, "help"),
                answers,
                optional(node, "outcome"),
                optional(node, "advice"));
    }

    private static String text(String file) {
        try (InputStream in = Shelf.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("No " + FOLDER + file + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> yaml(String text) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    @SuppressWarnings("unchecked") // YAML's maps have names for keys; tests read every file of the shelf
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> list(Map<String, Object> map, String name) {
        return map.get(name) instanceof List<?> list ? list : List.of();
    }

    private static @Nullable String optional(Map<String, Object> map, String name) {
        return map.containsKey(name) ? string(map, name) : null;
    }

    private static String string(Map<String, Object> map, String name) {
        return String.valueOf(Objects.requireNonNull(map.get(name), name)).strip();
    }
}
