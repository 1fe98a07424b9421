/** Turns what people write in Markdown into HTML that can do nothing to its readers. */
@NullMarked
package io.guildhall.cop.markdown;

import org.jspecify.annotations.NullMarked;
