package io.guildhall.cop.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Made-up texts in which words are as frequent as in a language: the n-th one comes up 1/n as often as the first. */
final class Prose {

    private static final int WORDS = 50_000;
    private static final String[] SYLLABLES = {
        "ka", "re", "ti", "mo", "lu", "sen", "dor", "pli", "gra", "tu", "ver", "no", "bes", "ci", "fal", "ho", "jan",
        "que", "sta", "wi", "xe", "yo", "zu", "ing", "er", "an", "ost", "ek", "ul", "ap"
    };

    private final Random random;
    private final List<String> words;
    private final double[] upTo = new double[WORDS];

    Prose(long seed) {
        random = new Random(seed);
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < WORDS) {
            // Frequent words are short.
            int syllables = 1 + Math.min(4, made.size() / 400) + random.nextInt(2);
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            made.add(word.toString());
        }
        words = List.copyOf(made);
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    /** Any word, as often as it comes up. */
    String word() {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[WORDS - 1]);
        return words.get(Math.min(WORDS - 1, at < 0 ? -at - 1 : at));
    }

    /** One of the words between two ranks, all as likely. */
    String word(int from, int to) {
        return words.get(from + random.nextInt(to - from));
    }

    /** @param characters as many at least */
    String text(int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters) {
            int length = 5 + random.nextInt(15);
            for (int i = 0; i < length; i++) {
                text.append(word()).append(i == length - 1 ? ". " : " ");
            }
            if (random.nextInt(5) == 0) {
                text.append("\n");
            }
        }
        return text.toString();
    }

    /** A few words. */
    String title() {
        StringBuilder title = new StringBuilder(word());
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            title.append(' ').append(word());
        }
        return title.toString();
    }
}
