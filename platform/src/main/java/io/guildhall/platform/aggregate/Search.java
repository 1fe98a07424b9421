package io.guildhall.platform.aggregate;

import com.mongodb.client.model.Filters;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/** What people type to find something. */
public final class Search {

    private Search() {}

    /**
     * Whether a field holds a text, in upper or lower case.
     *
     * @throws Refusal 422 for a text that no field can hold
     */
    public static Bson in(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("unusable-text", "The text to look for holds the character 0; leave it out.");
        }
        return Filters.regex(field, Pattern.compile(Pattern.quote(text.strip()), Pattern.CASE_INSENSITIVE));
    }
}
