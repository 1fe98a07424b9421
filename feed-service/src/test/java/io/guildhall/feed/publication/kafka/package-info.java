/** Tests of the public topics. */
@NullMarked
package io.guildhall.feed.publication.kafka;

import org.jspecify.annotations.NullMarked;
