package io.guildhall.platform.imports;

/**
 * Something about a row that a person should know.
 *
 * @param what is wrong
 * @param todo what to do about it
 */
public record Problem(String what, String todo) {

    private static final int MOST = 600;

    public Problem {
        what = shortened(what, MOST);
        todo = shortened(todo, MOST);
    }

    /** A value of a file as a message may quote it. */
    public static String quoted(String value) {
        return "'" + shortened(value.strip(), 60) + "'";
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
