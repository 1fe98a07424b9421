package io.guildhall.cop.markdown;

import java.util.regex.Pattern;

/** Where links may lead, and whence images may come. */
final class Targets {

    /** The schemes that a link may have. */
    static final String[] SCHEMES = {"http", "https", "mailto", "tel"};

    private static final Pattern EXTERNAL = Pattern.compile("https?://[^/].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTACT = Pattern.compile("(mailto|tel):.+", Pattern.CASE_INSENSITIVE);
    /** A path, a query or a fragment; a colon before the first of them would make a scheme of what precedes it. */
    private static final Pattern LOCAL = Pattern.compile("(?!//)[^:/?#]*([/?#].*)?");

    private static final Pattern OWN_IMAGE = Pattern.compile("/api/cop/files/[\\w.-]+");
    private static final String FRAGMENT = "#";

    private Targets() {}

    /** Whether it leads to another site. */
    static boolean isExternal(String target) {
        return EXTERNAL.matcher(target).matches();
    }

    /**
     * Browsers leave control characters out of addresses and take a backslash for a slash; so nothing with one of them
     * is a target.
     */
    static boolean isAllowed(String target) {
        return !target.isEmpty()
                && target.chars().noneMatch(Targets::isUnfit)
                && (isExternal(target)
                        || CONTACT.matcher(target).matches()
                        || LOCAL.matcher(target).matches());
    }

    /** A place in the text itself is one of its headings or notes, whatever else the page around it may have. */
    static String within(String target) {
        boolean foreign = target.startsWith(FRAGMENT) && !target.startsWith("#h-") && target.length() > 1;
        return foreign ? "#h-" + target.substring(1) : target;
    }

    /** Loading an image from elsewhere would tell that host who reads. */
    static boolean isOwnImage(String source) {
        return OWN_IMAGE.matcher(source).matches() && !source.contains("..");
    }

    private static boolean isUnfit(int character) {
        return character <= ' ' || character == '\\' || Character.isISOControl(character);
    }
}
