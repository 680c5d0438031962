package de.kreiskonzept.platform.concept;

import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.concept.VersionState;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.runtime.convert.DataTypeConverter;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Loads and saves the records of the concept by id, one repository each; an update of a stale version fails. */
@Factory
@Introspected(
        classes = {Concept.class, ConceptVersion.class, Section.class, Goal.class, Measure.class, TextBlock.class},
        accessKind = Introspected.AccessKind.METHOD)
class Aggregates {

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Concepts extends CrudRepository<Concept, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Versions extends CrudRepository<ConceptVersion, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Sections extends CrudRepository<Section, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Goals extends CrudRepository<Goal, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Measures extends CrudRepository<Measure, UUID> {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Texts extends CrudRepository<TextBlock, UUID> {}

    // The database holds the name of an enum value in lower case; reading it back needs no converter.
    @Singleton
    DataTypeConverter<VersionState, String> versionStates() {
        return (value, type, context) -> java.util.Optional.of(value.text());
    }

    @Singleton
    DataTypeConverter<SectionKind, String> sectionKinds() {
        return (value, type, context) -> java.util.Optional.of(value.text());
    }

    @Singleton
    DataTypeConverter<GoalKind, String> goalKinds() {
        return (value, type, context) -> java.util.Optional.of(value.text());
    }

    @Singleton
    DataTypeConverter<TrafficLight, String> trafficLights() {
        return (value, type, context) -> java.util.Optional.of(value.text());
    }

    @Singleton
    DataTypeConverter<ReasonClass, String> reasonClasses() {
        return (value, type, context) -> java.util.Optional.of(value.text());
    }
}
