/** Aggregates: how a change is decided, stored with compare-and-set and remembered together with its events. */
@NullMarked
package io.guildhall.platform.aggregate;

import org.jspecify.annotations.NullMarked;
