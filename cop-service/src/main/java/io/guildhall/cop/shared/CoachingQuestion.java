package io.guildhall.cop.shared;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Refusal;

/**
 * An open question that takes no side.
 *
 * @param id its name, by which somebody dismisses it
 * @param moment when it fits
 * @param text ends with the question mark of its script
 */
public record CoachingQuestion(
        @About("Its id") String id,
        @About("When it fits") Moment moment,
        @About("What is asked") String text) {

    /** Characters of a question: what is read at a glance. */
    public static final int LONGEST = 300;

    private static final int ARMENIAN_MARK = 0x55E;

    public CoachingQuestion {
        text = Wording.required("text", text, LONGEST);
        if (!asks(text)) {
            throw Refusal.invalid("question-asks-nothing", "Ask: end it with a question mark.")
                    .with("field", "text");
        }
    }

    public boolean asksTheSameAs(CoachingQuestion other) {
        return moment == other.moment && text.equals(other.text);
    }

    /** Armenian has its mark within the words, and that of Greek is a semicolon to most keyboards. */
    private static boolean asks(String text) {
        int last = text.codePointBefore(text.length());
        String name = Character.getName(last);
        return (name != null && name.contains("QUESTION MARK"))
                || (last == ';' && text.codePoints().anyMatch(CoachingQuestion::isGreek))
                || text.indexOf(ARMENIAN_MARK) >= 0;
    }

    private static boolean isGreek(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.GREEK;
    }
}
