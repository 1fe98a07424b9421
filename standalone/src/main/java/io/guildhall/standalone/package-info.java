/** The whole product in one JVM: the embedded parts and every service as its own application context. */
@NullMarked
package io.guildhall.standalone;

import org.jspecify.annotations.NullMarked;
