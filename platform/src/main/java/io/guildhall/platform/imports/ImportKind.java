package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.Actor;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A kind of file that a service takes in: what it means and what is made of it. */
public interface ImportKind {

    /** Its name in paths, for example {@code catalog}. */
    String name();

    /** The row of the permission table that says who may import it. */
    String useCase();

    /** Opens a file; the stream refuses what is too long. */
    RowSource open(InputStream file, ImportProperties bounds);

    /** The mapping that is assumed until a person changes it. */
    ObjectNode propose(List<String> columns);

    /**
     * Starts to check or to apply.
     *
     * @throws io.guildhall.platform.aggregate.Refusal 422 for a mapping that is no use
     */
    ImportSession session(ObjectNode mapping, List<String> columns, Actor actor);
}
