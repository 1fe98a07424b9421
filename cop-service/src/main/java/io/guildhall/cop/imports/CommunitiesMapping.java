package io.guildhall.cop.imports;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a catalog is understood; people see it and may change it.
 *
 * @param source names the catalog, as in the import of the organization: its people are known here by it
 * @param lead the annotation with whoever leads a community
 * @param coLeads the annotation with those who lead it, too
 */
record CommunitiesMapping(String source, String lead, String coLeads) {

    static final CommunitiesMapping PROPOSED =
            new CommunitiesMapping("catalog", "guildhall.dev/community-lead", "guildhall.dev/community-co-leads");

    CommunitiesMapping {
        Mappings.requireSource(source);
        if (lead == null || coLeads == null) {
            throw Refusal.invalid("bad-mapping", "'lead' and 'coLeads' name annotations; they may be empty.");
        }
    }

    static CommunitiesMapping read(ObjectNode mapping) {
        return Mappings.read(mapping, CommunitiesMapping.class, "'source', 'lead' and 'coLeads'");
    }

    /** The id that the import of the organization gives to a person of the same catalog. */
    PersonId personId(String name) {
        return new PersonId(CommandContext.derivedId("person", source, name));
    }

    static CommunityId communityId(String source, String name) {
        return new CommunityId(CommandContext.derivedId("community", source, Groups.canonical(name)));
    }
}
