package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one YAML document as plain data. Scalars stay the text they are ({@code no}, {@code 007}, {@code 2026-01-01});
 * aliases, depth and the size they unfold to are bounded, so that a bomb is an unreadable document and nothing else.
 */
final class YamlDocument {

    private static final int MOST_ALIASES = 20;
    private static final int DEEPEST = 20;

    private final int most;

    YamlDocument(int most) {
        this.most = most;
    }

    /** @param firstLine of the document in its file */
    JsonNode parse(String document, int firstLine) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(most);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        DumperOptions unused = new DumperOptions();
        Yaml yaml = new Yaml(
                new SafeConstructor(options), new Representer(unused), unused, options, new NothingIsImplied());
        try {
            return new Copy(most).of(yaml.load(document), 0);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null
                    ? firstLine
                    : firstLine + e.getProblemMark().getLine();
            throw unreadable("Line " + line + ": " + e.getProblem() + ".");
        } catch (YAMLException e) {
            throw unreadable(e.getMessage() + ".");
        }
    }

    private static Refusal unreadable(String why) {
        return new Refusal(
                "yaml-unreadable",
                422,
                "The document is no YAML that can be read. " + why,
                "Mend it and import again.");
    }

    /** Only the absence of a value is implied; every other plain scalar is text. */
    private static final class NothingIsImplied extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    /** Copies data to JSON and counts what aliases unfold to. */
    private static final class Copy {

        private static final JsonNodeFactory NODES = StateMapper.json().getNodeFactory();

        private long left;

        Copy(int most) {
            left = most;
        }

        JsonNode of(@Nullable Object value, int depth) {
            spend(4);
            if (depth > 2 * DEEPEST) {
                throw unreadable("It is nested too deeply, or refers to itself; write it out flat.");
            }
            if (value == null) {
                return NODES.nullNode();
            }
            if (value instanceof Map<?, ?> map) {
                ObjectNode object = NODES.objectNode();
                map.forEach((key, item) -> object.set(text(key), of(item, depth + 1)));
                return object;
            }
            if (value instanceof List<?> list) {
                ArrayNode array = NODES.arrayNode();
                list.forEach(item -> array.add(of(item, depth + 1)));
                return array;
            }
            return NODES.stringNode(text(value));
        }

        private String text(@Nullable Object value) {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                String text = value.toString();
                spend(text.length());
                return text;
            }
            throw unreadable("It holds something that is neither text nor a list nor a map.");
        }

        private void spend(int characters) {
            left -= characters;
            if (left < 0) {
                throw unreadable("Its aliases unfold to too much; write out what they stand for.");
            }
        }
    }
}
