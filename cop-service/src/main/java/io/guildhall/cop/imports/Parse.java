package io.guildhall.cop.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A text on its way from words to facts. */
final class Parse {

    final Words words;
    private final List<Fact> facts = new ArrayList<>();

    Parse(Words words) {
        this.words = words;
    }

    List<Fact> facts() {
        return facts;
    }

    /** What a phrase has read and found is forgotten where it turns out to be another one. */
    boolean attempt(BooleanSupplier phrase) {
        int begin = words.mark();
        int known = facts.size();
        if (phrase.getAsBoolean()) {
            return true;
        }
        words.back(begin);
        facts.subList(known, facts.size()).clear();
        return false;
    }

    boolean add(Fact fact) {
        return facts.add(fact);
    }

    Fact newest() {
        return facts.get(facts.size() - 1);
    }

    /** Whether something since then speaks of when people meet. */
    boolean tellsWhen(int begin) {
        return words.wordsSince(begin).stream()
                .filter(word -> word.kind() == Words.Kind.WORD)
                .anyMatch(word -> Vocabulary.tellsWhen(word.text()));
    }
}
