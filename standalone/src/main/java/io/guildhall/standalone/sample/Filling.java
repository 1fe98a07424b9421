package io.guildhall.standalone.sample;

import java.io.IOException;
import java.util.function.Consumer;

/** Puts content into an empty product, through the same public commands that people use. */
@FunctionalInterface
public interface Filling {

    /**
     * Fills the product. It is called again after a start that did not come to its end, so it must not make anything
     * twice: every command carries an Idempotency-Key.
     *
     * @param product where the services and the sign-ins are
     * @param say tells the person at the terminal how far it is, one line at a time
     * @return whether it is complete and need not be called ever again
     */
    boolean fill(Product product, Consumer<String> say) throws IOException, InterruptedException;
}
