/** What all services publish together. */
@NullMarked
package io.guildhall.system.contracts;

import org.jspecify.annotations.NullMarked;
