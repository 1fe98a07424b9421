/** The starter shelf over HTTP. */
@NullMarked
package io.guildhall.cop.shelf.web;

import org.jspecify.annotations.NullMarked;
