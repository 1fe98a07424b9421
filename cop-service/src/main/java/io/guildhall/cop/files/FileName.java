package io.guildhall.cop.files;

/** The name under which readers save a file: what anybody's system takes, ending as its type does. */
final class FileName {

    private static final int LONGEST = 100;

    private FileName() {}

    /** @param given by whoever gave the file; a path before it is left out */
    static String of(String given, FileType type) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = (dot < 0 ? last : last.substring(0, dot))
                .replaceAll("[^\\p{L}\\p{M}\\p{N} ._()-]+", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[ .]+|[ .]+$", "");
        String whole = stem.isEmpty() ? (type.isImage() ? "image" : "file") : stem;
        int end = whole.offsetByCodePoints(0, Math.min(LONGEST, whole.codePointCount(0, whole.length())));
        return whole.substring(0, end) + "." + type.extension();
    }
}
