/** Which team uses which page: what they say themselves, and nothing where they say nothing. */
@NullMarked
package io.guildhall.cop.adoption;

import org.jspecify.annotations.NullMarked;
