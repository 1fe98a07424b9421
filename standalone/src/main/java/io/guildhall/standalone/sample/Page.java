package io.guildhall.standalone.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A part of the written story: named fields of text, lists and further parts. */
record Page(JsonNode node) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Reads one of the files beside this class. */
    static Page read(String file) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(file), file)) {
            Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Page(JSON.valueToTree(written));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    boolean has(String field) {
        return node.has(field);
    }

    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isValueNode()) {
            throw new IllegalArgumentException("'" + field + "' is missing in " + node);
        }
        return value.asString();
    }

    String text(String field, String otherwise) {
        return node.has(field) ? text(field) : otherwise;
    }

    @Nullable
    String maybe(String field) {
        return node.has(field) ? text(field) : null;
    }

    Page page(String field) {
        return new Page(node.path(field));
    }

    List<Page> pages(String field) {
        List<Page> pages = new ArrayList<>();
        node.path(field).forEach(one -> pages.add(new Page(one)));
        return pages;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(one -> texts.add(one.asString()));
        return texts;
    }

    /** Copies the fields that are there, as they are. */
    ObjectNode copy(String... fields) {
        ObjectNode copy = object();
        for (String field : fields) {
            if (node.has(field)) {
                copy.set(field, node.get(field));
            }
        }
        return copy;
    }
}
