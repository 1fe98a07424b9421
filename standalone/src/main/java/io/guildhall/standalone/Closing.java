package io.guildhall.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends one thing after the other, whatever a single one does. */
final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LOG.warn("{} did not end well", part.getClass().getSimpleName(), failure);
        }
    }
}
