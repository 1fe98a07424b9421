/** What every HTTP endpoint has in common: who asks, how an answer can be repeated, and what a refusal looks like. */
@NullMarked
package io.guildhall.platform.web;

import org.jspecify.annotations.NullMarked;
