package io.guildhall.cop.imports;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.ImportCommunity;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.imports.CsvRows;
import io.guildhall.platform.imports.ImportKind;
import io.guildhall.platform.imports.ImportProperties;
import io.guildhall.platform.imports.ImportSession;
import io.guildhall.platform.imports.RowSource;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes in a list of meetings: communities meet when it says. Columns that the mapping does not name are left alone. */
@Component
class MeetingsImport implements ImportKind {

    private final ImportCommunity imported;
    private final Communities communities;
    private final Scopes scopes;
    private final Clock clock;

    MeetingsImport(ImportCommunity imported, Communities communities, Scopes scopes, Clock clock) {
        this.imported = imported;
        this.communities = communities;
        this.scopes = scopes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public String useCase() {
        return CommunitiesImport.USE_CASE;
    }

    @Override
    public RowSource open(InputStream file, ImportProperties bounds) {
        return new CsvRows(file, bounds);
    }

    @Override
    public ObjectNode propose(List<String> columns) {
        return StateMapper.tree(MeetingsMapping.proposed(columns));
    }

    @Override
    public ImportSession session(ObjectNode mapping, List<String> columns, Actor actor) {
        MeetingsMapping read = MeetingsMapping.read(mapping, columns);
        return new MeetingsSession(
                read,
                columns,
                imported,
                new Groups(read, imported, communities, scopes, actor),
                new ReadCadence(LocalDate.now(clock)));
    }
}
