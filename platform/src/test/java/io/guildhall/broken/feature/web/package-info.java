/** An adapter. */
@NullMarked
package io.guildhall.broken.feature.web;

import org.jspecify.annotations.NullMarked;
