/** Stands for a platform that names a service. */
@NullMarked
package io.guildhall.broken.base;

import org.jspecify.annotations.NullMarked;
