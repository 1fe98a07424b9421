package io.guildhall.cop.shelf;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.InstallPage;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.trees.DecisionTree;
import io.guildhall.cop.trees.Graph;
import io.guildhall.cop.trees.InstallTree;
import io.guildhall.cop.trees.TreeId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A lead puts a part of the starter shelf into a community. A page or tree that is there already stays as it is, whatever
 * people have made of it, so that it can be done again.
 */
@Component
public class InstallShelf {

    private static final String INSTALL_SHELF = "InstallShelf";
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)\\s]+\\.(?:md|tree\\.yaml))\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("\\.\\./([^/]+)/([^/]+\\.md)");

    private final Shelf shelf;
    private final InstallPage pages;
    private final InstallTree trees;
    private final Communities communities;

    InstallShelf(Shelf shelf, InstallPage pages, InstallTree trees, Communities communities) {
        this.shelf = shelf;
        this.pages = pages;
        this.trees = trees;
        this.communities = communities;
    }

    /** How many of each were not there yet. */
    public record Installed(int pages, int trees) {}

    public Installed install(CommunityId community, String partId, CommandContext context) {
        Stored<Community> seen = communities.get(community, context.actor());
        communities.require(context.actor(), INSTALL_SHELF, seen);
        Shelf.Part part = shelf.part(partId);
        UnaryOperator<String> linked = text -> linked(text, part, community, pages::isThere);
        return new Installed(pages(seen, part, linked, context), trees(seen, part, linked, context));
    }

    private int pages(
            Stored<Community> community, Shelf.Part part, UnaryOperator<String> linked, CommandContext context) {
        int installed = 0;
        for (Shelf.Leaf leaf : part.leaves()) {
            Content content = new Content(leaf.title(), leaf.summary(), linked.apply(leaf.text()));
            PlaybookPage.Purpose purpose = new PlaybookPage.Purpose(leaf.makes(), leaf.treats());
            PageId id = idOf(new CommunityId(community.id()), part.id(), leaf.file());
            if (pages.install(community, id, content, purpose, context)) {
                installed++;
            }
        }
        return installed;
    }

    private int trees(
            Stored<Community> community, Shelf.Part part, UnaryOperator<String> linked, CommandContext context) {
        int installed = 0;
        for (Shelf.Sapling sapling : part.trees()) {
            Graph graph = sapling.graph().withAdvice(linked);
            TreeId id = treeIdOf(new CommunityId(community.id()), part.id(), sapling.file());
            DecisionTree.Content content = new DecisionTree.Content(sapling.title(), sapling.summary(), graph);
            if (trees.install(community, id, content, context)) {
                installed++;
            }
        }
        return installed;
    }

    /** Links to what comes with it or is there already lead to it; of others their words stay. */
    static String linked(String text, Shelf.Part part, CommunityId community, Predicate<PageId> there) {
        Set<String> files = Stream.concat(
                        part.leaves().stream().map(Shelf.Leaf::file),
                        part.trees().stream().map(Shelf.Sapling::file))
                .collect(Collectors.toSet());
        return LINK.matcher(text).replaceAll(link -> {
            String path = pathOf(link.group(2), part, community, files, there);
            return Matcher.quoteReplacement(path == null ? link.group(1) : "[" + link.group(1) + "](" + path + ")");
        });
    }

    private static @Nullable String pathOf(
            String target, Shelf.Part part, CommunityId community, Set<String> files, Predicate<PageId> there) {
        if (files.contains(target)) {
            return target.endsWith(".md")
                    ? "/pages/" + idOf(community, part.id(), target)
                    : "/trees/" + treeIdOf(community, part.id(), target);
        }
        Matcher elsewhere = ELSEWHERE.matcher(target);
        if (elsewhere.matches()) {
            PageId id = idOf(community, elsewhere.group(1), elsewhere.group(2));
            return there.test(id) ? "/pages/" + id : null;
        }
        return null;
    }

    /** The same in every installation of a part, so that a page is there once. */
    static PageId idOf(CommunityId community, String part, String file) {
        return new PageId(CommandContext.derivedId("shelf", community.value(), part, file));
    }

    static TreeId treeIdOf(CommunityId community, String part, String file) {
        return new TreeId(CommandContext.derivedId("shelf", community.value(), part, file));
    }
}
