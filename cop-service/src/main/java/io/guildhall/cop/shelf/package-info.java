/** The starter shelf: pages and templates of our own for each role, which an organization installs, edits or ignores. */
@NullMarked
package io.guildhall.cop.shelf;

import org.jspecify.annotations.NullMarked;
