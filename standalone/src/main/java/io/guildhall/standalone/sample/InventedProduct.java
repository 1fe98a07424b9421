package io.guildhall.standalone.sample;

import java.util.function.Consumer;

/** The invented product; it has no content yet. */
public final class InventedProduct implements Filling {

    @Override
    public boolean fill(Product product, Consumer<String> say) {
        return false;
    }
}
