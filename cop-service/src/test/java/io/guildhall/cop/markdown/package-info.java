/** Tests of what becomes of Markdown. */
@NullMarked
package io.guildhall.cop.markdown;

import org.jspecify.annotations.NullMarked;
