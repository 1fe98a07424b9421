/** Images and other files that playbook pages show and link: known by what they are, kept once, removed when nothing needs them. */
@NullMarked
package io.guildhall.cop.files;

import org.jspecify.annotations.NullMarked;
