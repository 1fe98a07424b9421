package io.guildhall.platform.web;

import io.guildhall.platform.aggregate.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Text in requests is made of characters that can be shown: control characters other than tabs and line breaks are
 * refused, and halves of characters, which could not be sent on as UTF-8.
 */
public final class ReadableText extends SimpleModule {

    public ReadableText() {
        addDeserializer(String.class, new Text());
    }

    private static boolean isReadable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** @param field null for one of a list */
    private static Refusal refusal(String text, @Nullable String field) {
        int character =
                text.codePoints().filter(one -> !isReadable(one)).findFirst().orElseThrow();
        return new Refusal(
                "unreadable-text",
                400,
                "A text holds what cannot be shown",
                "Leave the character U+%04X out%s.".formatted(character, field == null ? "" : " of '" + field + "'"));
    }

    private static final class Text extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text != null && !text.codePoints().allMatch(ReadableText::isReadable)) {
                throw refusal(text, parser.currentName());
            }
            return text;
        }
    }
}
