/** What playbooks hear of. */
@NullMarked
package io.guildhall.cop.pages.kafka;

import org.jspecify.annotations.NullMarked;
