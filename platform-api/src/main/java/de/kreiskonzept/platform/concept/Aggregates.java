package de.kreiskonzept.platform.concept;

import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

/** Loads and saves the records of the concept by id, one repository each; an update of a stale version fails. */
@Introspected(
        classes = {Concept.class, Section.class, Goal.class, Measure.class, TextBlock.class},
        accessKind = Introspected.AccessKind.METHOD)
final class Aggregates {
    private Aggregates() {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Concepts extends CrudRepository<Concept, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Sections extends CrudRepository<Section, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Goals extends CrudRepository<Goal, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Measures extends CrudRepository<Measure, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Texts extends CrudRepository<TextBlock, UUID> {}
}
