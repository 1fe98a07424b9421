package io.guildhall.cop.files;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads of a community take away what should not have been given: it is gone, also from pages and revisions that show it. */
@Component
public class RemoveFile {

    private static final String REMOVE_FILE = "RemoveFile";

    private final Files files;
    private final Communities communities;

    RemoveFile(Files files, Communities communities) {
        this.files = files;
        this.communities = communities;
    }

    /** What the community keeps, the newest first. */
    public List<SharedFile> of(CommunityId community, Actor actor) {
        require(community, actor);
        return files.of(community, actor).stream()
                .sorted(Comparator.comparing(SharedFile::at).reversed())
                .toList();
    }

    /** @throws Refusal 404 when there is none that the actor sees, 403 when they do not lead its community */
    public void remove(FileId id, CommandContext context) {
        SharedFile file = files.get(id, context.actor());
        require(file.community(), context.actor());
        files.remove(file, context.at());
    }

    /** Also of one that has ended: what may not be there may not stay there. */
    private void require(CommunityId community, Actor actor) {
        Stored<Community> seen = communities.get(community, actor);
        communities.require(actor, REMOVE_FILE, seen);
    }
}
