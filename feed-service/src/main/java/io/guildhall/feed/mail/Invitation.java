package io.guildhall.feed.mail;

import org.jspecify.annotations.Nullable;

/**
 * What a mail tells a calendar.
 *
 * @param told what it knows from then on
 * @param again whether it knew of the gathering before
 * @param path of the gathering in the portal; null where it is none for them any more
 */
record Invitation(Invited told, boolean again, @Nullable String path) {}
