package io.guildhall.cop.shelf.web;

import io.guildhall.cop.communities.Audience;
import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shelf.InstallShelf;
import io.guildhall.cop.shelf.Shelf;
import io.guildhall.platform.web.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The starter shelf over HTTP. */
@RestController
@RequestMapping("/api/cop")
class ShelfController {

    private final Shelf shelf;
    private final InstallShelf install;

    ShelfController(Shelf shelf, InstallShelf install) {
        this.shelf = shelf;
        this.install = install;
    }

    /** @param makes null for a page that is read */
    record LeafView(
            String title,
            @Nullable String summary,
            @Nullable Makes makes) {}

    record SaplingView(String title, @Nullable String summary) {}

    /** @param cadence a recurrence rule of days that suits it */
    record PartView(
            String id,
            String name,
            String purpose,
            List<Audience> audience,
            String cadence,
            List<LeafView> pages,
            List<SaplingView> trees) {}

    record ShelfView(List<PartView> parts) {}

    /**
     * @param installed pages that were not there yet
     * @param trees decision trees that were not there yet
     */
    record InstalledView(int installed, int trees) {}

    /** What a community may begin with. */
    @GetMapping("/shelf")
    ShelfView getShelf(Caller caller) {
        return new ShelfView(shelf.parts().stream()
                .map(part -> new PartView(
                        part.id(),
                        part.name(),
                        part.purpose(),
                        part.audience(),
                        part.cadence(),
                        part.leaves().stream()
                                .map(leaf -> new LeafView(leaf.title(), leaf.summary(), leaf.makes()))
                                .toList(),
                        part.trees().stream()
                                .map(tree -> new SaplingView(tree.title(), tree.summary()))
                                .toList()))
                .toList());
    }

    /** Puts a part into a community, published and answered for by the caller; what is there already stays as it is. */
    @PostMapping("/communities/{id}/shelf/{part}")
    InstalledView installShelf(@PathVariable CommunityId id, @PathVariable String part, Caller caller) {
        InstallShelf.Installed installed = install.install(id, part, caller.command());
        return new InstalledView(installed.pages(), installed.trees());
    }
}
