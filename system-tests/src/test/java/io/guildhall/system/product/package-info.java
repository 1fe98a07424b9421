/** The whole product as it is started for people, used over HTTP. */
@NullMarked
package io.guildhall.system.product;

import org.jspecify.annotations.NullMarked;
