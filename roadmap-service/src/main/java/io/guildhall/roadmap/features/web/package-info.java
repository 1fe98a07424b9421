/** Features over HTTP. */
@NullMarked
package io.guildhall.roadmap.features.web;

import org.jspecify.annotations.NullMarked;
