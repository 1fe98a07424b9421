/** Keeps the index in step with the topic of pages. */
@NullMarked
package io.guildhall.cop.search.kafka;

import org.jspecify.annotations.NullMarked;
