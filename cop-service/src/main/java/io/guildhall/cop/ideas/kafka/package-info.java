/** What the topic of ideas brings about. */
@NullMarked
package io.guildhall.cop.ideas.kafka;

import org.jspecify.annotations.NullMarked;
