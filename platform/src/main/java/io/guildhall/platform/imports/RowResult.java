package io.guildhall.platform.imports;

import java.util.List;
import java.util.Map;

/**
 * What became of a row, or would.
 *
 * @param key what people know the row by
 * @param amounts what else it brings, to be summed up over all rows
 * @param understood by name, what was made of words that people wrote for people; empty for values that speak for themselves
 */
public record RowResult(
        String key,
        Verdict verdict,
        List<Problem> problems,
        Map<String, Integer> amounts,
        Map<String, String> understood) {

    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_KEY = 200;

    public RowResult {
        key = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
        problems = List.copyOf(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        amounts = Map.copyOf(amounts);
        understood = Map.copyOf(understood);
    }

    public RowResult(String key, Verdict verdict, List<Problem> problems, Map<String, Integer> amounts) {
        this(key, verdict, problems, amounts, Map.of());
    }

    public static RowResult of(String key, Verdict verdict, List<Problem> problems) {
        return new RowResult(key, verdict, problems, Map.of());
    }

    public RowResult understoodAs(Map<String, String> parts) {
        return new RowResult(key, verdict, problems, amounts, parts);
    }

    public static RowResult refused(String key, String what, String todo) {
        return of(key, Verdict.REFUSED, List.of(new Problem(what, todo)));
    }

    public static RowResult skipped(String key, String what, String todo) {
        return of(key, Verdict.SKIPPED, List.of(new Problem(what, todo)));
    }
}
