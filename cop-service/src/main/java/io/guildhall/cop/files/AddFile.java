package io.guildhall.cop.files;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Members give their community a file for its pages; what it has already is not kept twice. */
@Component
@EnableConfigurationProperties(FileProperties.class)
public class AddFile {

    /** Bytes of a file. */
    public static final int MOST = Recognized.MOST;

    private static final String ADD_FILE = "AddFile";
    private static final String LEADS_IT = "ImportPlaybook";

    /** The part of a community's room that one member may take is one of so many. */
    private static final int OF_ONE = 4;

    private final Files files;
    private final Communities communities;
    private final FileProperties bounds;

    AddFile(Files files, Communities communities, FileProperties bounds) {
        this.files = files;
        this.communities = communities;
        this.bounds = bounds;
    }

    /**
     * Adds a file, or finds that it is there.
     *
     * @param name by which readers know it; what it is, its content says
     * @throws Refusal 413 when it is too long, 422 when it is nothing that a page takes, 409 when the community is full
     */
    public SharedFile add(CommunityId community, String name, byte[] content, CommandContext context) {
        require(community, context);
        Recognized recognized = Recognized.of(name, content);
        String digest = digestOf(recognized.content());
        FileId id = idOf(community, digest);
        return files.givenAgain(id, context.at())
                .orElseGet(() -> added(id, community, name, recognized, digest, context));
    }

    /** @throws Refusal when the actor may add nothing here; asked before a body is read */
    public void require(CommunityId community, CommandContext context) {
        Stored<Community> seen = communities.get(community, context.actor());
        communities.require(context.actor(), ADD_FILE, seen);
        seen.state().refuseArchived();
    }

    private SharedFile added(
            FileId id,
            CommunityId community,
            String name,
            Recognized recognized,
            String digest,
            CommandContext context) {
        refuseFull(community, recognized.content().length);
        refuseFullOfTheirs(community, recognized.content().length, context);
        SharedFile file = new SharedFile(
                id,
                community,
                FileName.of(name, recognized.type()),
                recognized.type(),
                recognized.content().length,
                recognized.width(),
                recognized.height(),
                digest,
                Files.newParts(id),
                false,
                new PersonId(context.by()),
                context.at());
        return files.add(file, recognized.content())
                ? file
                : files.givenAgain(id, context.at())
                        .orElseThrow(() -> Refusal.unavailable(
                                "file-removed-meanwhile", "Somebody removed this file at this moment; give it again."));
    }

    /** Two who give one at the same moment may go past it by theirs. */
    private void refuseFull(CommunityId community, int bytes) {
        Files.Sum sum = files.sum(community);
        if (sum.files() >= bounds.most() || sum.bytes() + bytes > bounds.space().toBytes()) {
            throw Refusal.conflict(
                    "files-full",
                    "The files of this community take " + (sum.bytes() >> 20) + " MB in " + sum.files()
                            + " files, and may take " + bounds.space().toMegabytes() + " MB in " + bounds.most()
                            + "; link to a place outside, or ask an administrator for more room.");
        }
    }

    /** Nobody takes the room of all; who leads the community, and brings in whole playbooks, answers for that. */
    private void refuseFullOfTheirs(CommunityId community, int bytes, CommandContext context) {
        if (communities.may(context.actor(), LEADS_IT, communities.get(community, context.actor()))) {
            return;
        }
        Files.Sum sum = files.sum(community, new PersonId(context.by()));
        int most = Math.max(1, bounds.most() / OF_ONE);
        long space = bounds.space().toBytes() / OF_ONE;
        if (sum.files() >= most || sum.bytes() + bytes > space) {
            throw Refusal.conflict(
                    "files-full-of-yours",
                    "You have given this community " + sum.files() + " files of " + (sum.bytes() >> 20)
                            + " MB together, and one member gives at most " + most + " files and " + (space >> 20)
                            + " MB; link to a place outside, or ask a lead of the community to give it.");
        }
    }

    /**
     * What a file is known by if it is added.
     *
     * @throws Refusal where it would not be taken for what it is
     */
    public FileId idOf(CommunityId community, String name, byte[] content) {
        return idOf(community, digestOf(Recognized.of(name, content).content()));
    }

    private static FileId idOf(CommunityId community, String digest) {
        return new FileId(CommandContext.derivedId("file", community.value(), digest));
    }

    private static String digestOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
