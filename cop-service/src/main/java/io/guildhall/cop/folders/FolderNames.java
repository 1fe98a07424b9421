package io.guildhall.cop.folders;

import io.guildhall.cop.files.SharedFile;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What pages and files are called in a folder: as their titles say, in letters that every system takes. */
final class FolderNames {

    static final String FILES = "files/";
    static final String PAGE = ".md";

    private static final int LONGEST = 60;
    private static final int DIGEST = 16;
    private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d|readme");
    private static final Pattern ACCENTS = Pattern.compile("(?<=[a-z])\\p{Mn}+");

    private final Set<String> taken = new HashSet<>();

    /** A name that no other page of this folder has; the first of several with one title has it alone. */
    String ofPage(String title) {
        String name = slug(title, "page");
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = name + "-" + n;
        }
        return free + PAGE;
    }

    static String ofZip(String community) {
        return slug(community, "playbook") + ".zip";
    }

    /** The same for the same content, whatever else is there. */
    static String ofFile(SharedFile file) {
        String stem = file.name().substring(0, file.name().lastIndexOf('.'));
        return FILES + slug(stem, "file") + "-" + file.digest().substring(0, DIGEST) + "."
                + file.type().extension();
    }

    /** What a file was called before {@link #ofFile} named it. */
    static String given(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("-[0-9a-f]{16}(?=\\.[^.]+$)", "");
    }

    /** Whether a file is a page by its name. */
    static boolean isPage(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(PAGE);
    }

    private static String slug(String words, String otherwise) {
        String plain = Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String slug = Normalizer.normalize(ACCENTS.matcher(plain).replaceAll(""), Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-");
        int end = slug.offsetByCodePoints(0, Math.min(LONGEST, slug.codePointCount(0, slug.length())));
        String bare = slug.substring(0, end).replaceAll("^-+|-+$", "");
        String named = bare.isEmpty() ? otherwise : bare;
        return RESERVED.matcher(named).matches() ? named + "-" + otherwise : named;
    }
}
