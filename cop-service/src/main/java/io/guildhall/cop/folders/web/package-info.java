/** Folders of playbooks over HTTP, as zip files. */
@NullMarked
package io.guildhall.cop.folders.web;

import org.jspecify.annotations.NullMarked;
