package io.guildhall.cop.shelf;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.InstallPage;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A lead puts a part of the starter shelf into a community. A page that is there already stays as it is, whatever people have
 * made of it, so that it can be done again.
 */
@Component
public class InstallShelf {

    private static final String INSTALL_SHELF = "InstallShelf";
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)\\s]+\\.(?:md|tree\\.yaml))\\)");

    private final Shelf shelf;
    private final InstallPage install;
    private final Communities communities;

    InstallShelf(Shelf shelf, InstallPage install, Communities communities) {
        this.shelf = shelf;
        this.install = install;
        this.communities = communities;
    }

    /** @return how many pages were not there yet */
    public int install(CommunityId community, String partId, CommandContext context) {
        Stored<Community> seen = communities.get(community, context.actor());
        communities.require(context.actor(), INSTALL_SHELF, seen);
        Shelf.Part part = shelf.part(partId);
        int installed = 0;
        for (Shelf.Leaf leaf : part.leaves()) {
            Content content = new Content(leaf.title(), leaf.summary(), linked(leaf.text(), part, community));
            PlaybookPage.Purpose purpose = new PlaybookPage.Purpose(leaf.makes(), leaf.treats());
            if (install.install(seen, idOf(community, part.id(), leaf.file()), content, purpose, context)) {
                installed++;
            }
        }
        return installed;
    }

    /** Links to what comes with it lead to its page; of others their words stay. */
    static String linked(String text, Shelf.Part part, CommunityId community) {
        Set<String> files = part.leaves().stream().map(Shelf.Leaf::file).collect(Collectors.toSet());
        return LINK.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement(
                        files.contains(link.group(2))
                                ? "[" + link.group(1) + "](/pages/" + idOf(community, part.id(), link.group(2)) + ")"
                                : link.group(1)));
    }

    /** The same in every installation of a part, so that a page is there once. */
    static PageId idOf(CommunityId community, String part, String file) {
        return new PageId(CommandContext.derivedId("shelf", community.value(), part, file));
    }
}
