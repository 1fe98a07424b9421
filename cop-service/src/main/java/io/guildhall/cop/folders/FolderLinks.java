package io.guildhall.cop.folders;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links between what a playbook holds, as addresses of the portal and as paths of the folder. They are changed where links
 * stand, in Markdown and in HTML, and nowhere else, so that one way undoes the other.
 */
final class FolderLinks {

    static final String PAGES = "/pages/";
    static final String FILES = "/api/cop/files/";

    private static final String BEFORE = "(\\]\\(\\s{0,3}<?|\\]:\\s{0,3}<?|\\b(?:src|href)\\s?=\\s?[\"']?)";
    private static final String AFTER = "(?=[\\s)>\"'#?]|\\z)";

    private static final Pattern ADDRESS = Pattern.compile(BEFORE + "((?:" + PAGES + "|" + FILES + ")[\\w-]+)" + AFTER);
    private static final Pattern RELATIVE =
            Pattern.compile(BEFORE + "([^\\s)>\"'#?:/<(][^\\s)>\"'#?:<(]{0,300})" + AFTER);

    private FolderLinks() {}

    /** @param path the path of an address within the folder; null to leave it */
    static String within(String text, Lookup path) {
        return replaced(ADDRESS, text, path);
    }

    /**
     * @param folder of the file, empty or ending with a slash
     * @param address of what has this path within the folder; null to leave it
     */
    static String outOf(String folder, String text, Lookup address) {
        return replaced(
                RELATIVE,
                text,
                relative -> resolved(folder, relative).map(address::of).orElse(null));
    }

    interface Lookup {
        @Nullable
        String of(String link);
    }

    private static String replaced(Pattern pattern, String text, Lookup instead) {
        UnaryOperator<String> keep = found -> {
            String replacement = instead.of(found);
            return replacement == null ? found : replacement;
        };
        return pattern.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement(link.group(1) + keep.apply(link.group(2))));
    }

    private static Optional<String> resolved(String folder, String relative) {
        try {
            String plain = URLDecoder.decode(relative.replace("+", "%2B"), StandardCharsets.UTF_8);
            String path =
                    new URI(null, null, "/" + folder + plain, null).normalize().getPath();
            return path.startsWith("/..") ? Optional.empty() : Optional.of(path.substring(1));
        } catch (IllegalArgumentException | java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }
}
