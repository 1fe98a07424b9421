package io.guildhall.roadmap.decisions;

import io.guildhall.roadmap.shared.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways that were weighed.
 *
 * @param tradeOffs what speaks for and against it
 */
public record Option(String name, @Nullable String tradeOffs) {

    public Option {
        name = Wording.required("option", name, Wording.LINE);
        tradeOffs = Wording.optional("trade-offs", tradeOffs, Wording.PARAGRAPH);
    }
}
