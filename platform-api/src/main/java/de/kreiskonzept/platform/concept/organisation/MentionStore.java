package de.kreiskonzept.platform.concept.organisation;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_BODY;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_ORGANISATION;
import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_SPELLING;

import de.kreiskonzept.model.measure.BodyRole;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** Which organisations the measures of a version name. */
@Singleton
@InWorkspace(readOnly = true)
public class MentionStore {
    private static final Condition THERE = CONCEPT_MEASURE.DELETED_AT.isNull().and(CONCEPT_SECTION.DELETED_AT.isNull());

    private final DSLContext dsl;

    MentionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A measure that names an organisation, and what the organisation has to do with it. */
    public record Mention(UUID measure, String number, String text, String section, BodyRole role, String name) {}

    /**
     * A spelling that means no organisation yet.
     *
     * @param name as the concept writes it first
     * @param measures number of measures with it
     */
    public record Unknown(String words, String name, int measures) {}

    /** Number of measures that name each organisation, by the id of the organisation it stands for in the end. */
    Map<UUID, Integer> count(UUID version) {
        var number = DSL.countDistinct(CONCEPT_MEASURE_BODY.MEASURE_ID);
        return known(dsl.select(DIRECTORY_ORGANISATION.HEAD_ID, number).from(CONCEPT_MEASURE_BODY))
                .where(CONCEPT_MEASURE_BODY.VERSION_ID.eq(version))
                .and(THERE)
                .groupBy(DIRECTORY_ORGANISATION.HEAD_ID)
                .fetchMap(DIRECTORY_ORGANISATION.HEAD_ID, number);
    }

    /** Measures of a version that name an organisation, in the order of their sections and numbers. */
    List<Mention> list(UUID version, UUID organisation) {
        return known(dsl.select(CONCEPT_MEASURE.ID, CONCEPT_MEASURE.NUMBER, CONCEPT_MEASURE.TEXT)
                        .select(CONCEPT_SECTION.NAME, CONCEPT_MEASURE_BODY.ROLE, CONCEPT_MEASURE_BODY.NAME)
                        .from(CONCEPT_MEASURE_BODY))
                .where(CONCEPT_MEASURE_BODY.VERSION_ID.eq(version))
                .and(DIRECTORY_ORGANISATION.HEAD_ID.eq(organisation))
                .and(THERE)
                .orderBy(
                        CONCEPT_SECTION.POSITION,
                        CONCEPT_SECTION.ID,
                        CONCEPT_MEASURE.POSITION,
                        CONCEPT_MEASURE.ID,
                        CONCEPT_MEASURE_BODY.POSITION)
                .fetch(row -> new Mention(
                        row.get(CONCEPT_MEASURE.ID),
                        row.get(CONCEPT_MEASURE.NUMBER),
                        row.get(CONCEPT_MEASURE.TEXT),
                        row.get(CONCEPT_SECTION.NAME),
                        BodyRole.of(row.get(CONCEPT_MEASURE_BODY.ROLE)),
                        row.get(CONCEPT_MEASURE_BODY.NAME)));
    }

    /** Spellings of these versions that mean no organisation yet, the most frequent first. */
    List<Unknown> listUnknown(Collection<UUID> versions) {
        var number = DSL.countDistinct(CONCEPT_MEASURE_BODY.MEASURE_ID).as("number");
        var name = DSL.min(CONCEPT_MEASURE_BODY.NAME).as("first_name");
        return there(dsl.select(CONCEPT_MEASURE_BODY.WORDS, name, number).from(CONCEPT_MEASURE_BODY))
                .where(CONCEPT_MEASURE_BODY.VERSION_ID.in(versions))
                .and(THERE)
                .and(DSL.notExists(DSL.selectOne()
                        .from(DIRECTORY_SPELLING)
                        .where(DIRECTORY_SPELLING.WORDS.eq(CONCEPT_MEASURE_BODY.WORDS))))
                .groupBy(CONCEPT_MEASURE_BODY.WORDS)
                .orderBy(number.desc(), CONCEPT_MEASURE_BODY.WORDS)
                .fetch(row -> new Unknown(row.get(CONCEPT_MEASURE_BODY.WORDS), row.get(name), row.get(number)));
    }

    private static <R extends Record> SelectJoinStep<R> there(SelectJoinStep<R> from) {
        return from.join(CONCEPT_MEASURE)
                .on(CONCEPT_MEASURE.ID.eq(CONCEPT_MEASURE_BODY.MEASURE_ID))
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_MEASURE.SECTION_ID));
    }

    private static <R extends Record> SelectJoinStep<R> known(SelectJoinStep<R> from) {
        return there(from)
                .join(DIRECTORY_SPELLING)
                .on(DIRECTORY_SPELLING.WORDS.eq(CONCEPT_MEASURE_BODY.WORDS))
                .join(DIRECTORY_ORGANISATION)
                .on(DIRECTORY_ORGANISATION.ID.eq(DIRECTORY_SPELLING.ORGANISATION_ID));
    }
}
