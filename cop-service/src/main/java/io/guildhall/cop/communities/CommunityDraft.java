package io.guildhall.cop.communities;

import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a community; its name is enough.
 *
 * @param audience the roles it is for; none is everybody
 * @param visibility ORGANIZATION for an open community that everybody may join, TEAM for a private one that its members see
 */
public record CommunityDraft(
        String name, @Nullable String purpose, List<Audience> audience, List<Link> links, Visibility visibility) {

    private static final int MOST_LINKS = 20;

    public CommunityDraft {
        name = Wording.required("name", name, Wording.LINE);
        purpose = Wording.optional("purpose", purpose, Wording.PARAGRAPH);
        audience = audience.stream().distinct().sorted().toList();
        links = List.copyOf(links);
        if (audience.contains(Audience.UNKNOWN)) {
            throw Refusal.invalid("audience-unknown", "Choose the roles it is for from those there are.")
                    .with("field", "audience");
        }
        if (links.size() > MOST_LINKS) {
            throw Refusal.invalid("links-too-many", "Keep the links people use, at most " + MOST_LINKS + ".")
                    .with("field", "links");
        }
        if (visibility != Visibility.ORGANIZATION && visibility != Visibility.TEAM) {
            throw Refusal.invalid(
                            "visibility",
                            "A community is open to the whole ORGANIZATION, or to its members alone (TEAM).")
                    .with("field", "visibility");
        }
    }

    public static CommunityDraft of(String name) {
        return new CommunityDraft(name, null, List.of(), List.of(), Visibility.ORGANIZATION);
    }
}
