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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Loads and saves the records of the concept by id, one repository each; an update of a stale version fails. */
@Introspected(
        classes = {Concept.class, Section.class, Goal.class, Measure.class, TextBlock.class},
        accessKind = Introspected.AccessKind.METHOD)
final class Aggregates {
    private Aggregates() {}

    /** Repository of a kind of nodes. */
    interface Parts<T> extends CrudRepository<T, UUID> {
        /** Those of the nodes that are there. */
        List<T> findByIdInList(List<UUID> ids);
    }

    /** All repositories, by what they store. */
    @Singleton
    record All(Concepts concepts, Sections sections, Goals goals, Measures measures, Texts texts) {
        @SuppressWarnings("unchecked")
        <T> CrudRepository<T, UUID> of(T row) {
            return (CrudRepository<T, UUID>) (row instanceof Concept ? concepts : parts(row));
        }

        /** Repository of nodes of the kind of this one. */
        @SuppressWarnings("unchecked")
        <T> Parts<T> parts(T node) {
            return (Parts<T>)
                    switch (node) {
                        case Section _ -> sections;
                        case Goal _ -> goals;
                        case Measure _ -> measures;
                        case TextBlock _ -> texts;
                        default -> throw new IllegalArgumentException("no node of a concept: " + node);
                    };
        }
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Concepts extends CrudRepository<Concept, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Sections extends Parts<Section> {
        @Override
        List<Section> findByIdInList(List<UUID> ids);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Goals extends Parts<Goal> {
        @Override
        List<Goal> findByIdInList(List<UUID> ids);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Measures extends Parts<Measure> {
        @Override
        List<Measure> findByIdInList(List<UUID> ids);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Texts extends Parts<TextBlock> {
        @Override
        List<TextBlock> findByIdInList(List<UUID> ids);
    }
}
