/** Real parts for tests: a store, a broker and an identity provider. */
@NullMarked
package io.guildhall.platform.testing;

import org.jspecify.annotations.NullMarked;
