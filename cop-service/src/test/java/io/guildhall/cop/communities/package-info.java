/** Tests of the communities. */
@NullMarked
package io.guildhall.cop.communities;

import org.jspecify.annotations.NullMarked;
