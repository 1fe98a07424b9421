/** Whether the sample's story can be told on any day. */
@NullMarked
package io.guildhall.standalone.sample;

import org.jspecify.annotations.NullMarked;
