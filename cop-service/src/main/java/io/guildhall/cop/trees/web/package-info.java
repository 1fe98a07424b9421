/** Decision trees over HTTP. */
@NullMarked
package io.guildhall.cop.trees.web;

import org.jspecify.annotations.NullMarked;
