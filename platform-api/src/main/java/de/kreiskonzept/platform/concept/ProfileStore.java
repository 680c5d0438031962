package de.kreiskonzept.platform.concept;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_PROFILE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_PROFILE_NAME;

import de.kreiskonzept.model.structure.Level;
import de.kreiskonzept.model.structure.Numbering;
import de.kreiskonzept.model.structure.Part;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Rule;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ConceptProfileNameRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptProfileRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** All SQL on the profiles of versions. */
@Singleton
@InWorkspace(readOnly = true)
public class ProfileStore {
    private static final String COPY = "INSERT INTO {0} (version_id, {1}, created_at, modified_at, version)"
            + " SELECT {2}, {1}, {3}, {3}, 1 FROM {0} WHERE version_id = {4}";
    private static final String COPIED_PROFILE = "template, rule_overall_goal, rule_measure, rule_responsible";
    private static final String COPIED_NAME = "level, part, position, singular, plural, numbering, texts";

    private final DSLContext dsl;

    ProfileStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The profile of a version of the concept.
     *
     * @param version from 1, grows with each change; 0 where none was chosen and the usual words hold
     */
    public record Stored(Profile profile, long version) {}

    /** The profile of a version, with the usual words where none was chosen. One statement. */
    public Stored find(UUID versionId) {
        return dsl.select(field(DSL.val(versionId))).fetchSingle().value1();
    }

    /** The profile of a version as a column of any statement. */
    static Field<Stored> field(Field<UUID> versionId) {
        return DSL.multiset(DSL.select(CONCEPT_PROFILE.fields())
                        .select(CONCEPT_PROFILE_NAME.fields())
                        .from(CONCEPT_PROFILE)
                        .join(CONCEPT_PROFILE_NAME)
                        .on(CONCEPT_PROFILE_NAME.VERSION_ID.eq(CONCEPT_PROFILE.VERSION_ID))
                        .where(CONCEPT_PROFILE.VERSION_ID.eq(versionId))
                        .orderBy(CONCEPT_PROFILE_NAME.LEVEL, CONCEPT_PROFILE_NAME.POSITION))
                .convertFrom(rows -> rows.isEmpty() ? new Stored(Templates.usual(), 0) : stored(rows));
    }

    /** Stores a profile; false if the one before is not in this version (0 for none). */
    @InWorkspace(readOnly = false)
    public boolean put(UUID versionId, Profile profile, long version, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        ConceptProfileRecord row = row(versionId, profile, version + 1, time);
        int done = version == 0
                ? dsl.insertInto(CONCEPT_PROFILE).set(row).onConflictDoNothing().execute()
                : dsl.update(CONCEPT_PROFILE)
                        .set(CONCEPT_PROFILE.TEMPLATE, row.getTemplate())
                        .set(CONCEPT_PROFILE.RULE_OVERALL_GOAL, row.getRuleOverallGoal())
                        .set(CONCEPT_PROFILE.RULE_MEASURE, row.getRuleMeasure())
                        .set(CONCEPT_PROFILE.RULE_RESPONSIBLE, row.getRuleResponsible())
                        .set(CONCEPT_PROFILE.MODIFIED_AT, time)
                        .set(CONCEPT_PROFILE.VERSION, row.getVersion())
                        .where(CONCEPT_PROFILE.VERSION_ID.eq(versionId))
                        .and(CONCEPT_PROFILE.VERSION.eq(version))
                        .execute();
        if (done == 1) {
            dsl.deleteFrom(CONCEPT_PROFILE_NAME)
                    .where(CONCEPT_PROFILE_NAME.VERSION_ID.eq(versionId))
                    .execute();
            dsl.batchInsert(names(versionId, profile, time)).execute();
        }
        return done == 1;
    }

    /** Gives a new version the profile of another one, if that has one. */
    @InWorkspace(readOnly = false)
    public void copy(UUID from, UUID to, Instant now) {
        var time = DSL.val(now.atOffset(ZoneOffset.UTC));
        dsl.execute(COPY, CONCEPT_PROFILE, DSL.sql(COPIED_PROFILE), DSL.val(to), time, DSL.val(from));
        dsl.execute(COPY, CONCEPT_PROFILE_NAME, DSL.sql(COPIED_NAME), DSL.val(to), time, DSL.val(from));
    }

    private static ConceptProfileRecord row(UUID versionId, Profile profile, long version, OffsetDateTime time) {
        var row = CONCEPT_PROFILE.newRecord();
        row.setVersionId(versionId);
        row.setTemplate(profile.template());
        row.setRuleOverallGoal(profile.rules().contains(Rule.OVERALL_GOAL));
        row.setRuleMeasure(profile.rules().contains(Rule.MEASURE));
        row.setRuleResponsible(profile.rules().contains(Rule.RESPONSIBLE));
        row.setCreatedAt(time);
        row.setModifiedAt(time);
        row.setVersion(version);
        return row;
    }

    private static List<ConceptProfileNameRecord> names(UUID versionId, Profile profile, OffsetDateTime time) {
        var rows = new ArrayList<ConceptProfileNameRecord>();
        for (int level = 0; level < profile.levels().size(); level++) {
            for (PartName name : profile.levels().get(level).names()) {
                var row = CONCEPT_PROFILE_NAME.newRecord();
                row.setVersionId(versionId);
                row.setLevel(level);
                row.setPart(name.part().text());
                row.setPosition(rows.size());
                row.setSingular(name.singular());
                row.setPlural(name.plural());
                row.setNumbering(name.numbering().text());
                row.setTexts(String.join("\n", name.texts()));
                row.setCreatedAt(time);
                row.setModifiedAt(time);
                row.setVersion(0L);
                rows.add(row);
            }
        }
        return rows;
    }

    private static Stored stored(List<Record> rows) {
        Record first = rows.getFirst();
        var names = new TreeMap<Integer, List<PartName>>();
        for (Record row : rows) {
            names.computeIfAbsent(row.get(CONCEPT_PROFILE_NAME.LEVEL), level -> new ArrayList<>())
                    .add(name(row));
        }
        List<Level> levels = names.values().stream().map(Level::new).toList();
        return new Stored(
                new Profile(first.get(CONCEPT_PROFILE.TEMPLATE), levels, rules(first)),
                first.get(CONCEPT_PROFILE.VERSION));
    }

    private static PartName name(Record row) {
        return new PartName(
                Part.of(row.get(CONCEPT_PROFILE_NAME.PART)),
                row.get(CONCEPT_PROFILE_NAME.SINGULAR),
                row.get(CONCEPT_PROFILE_NAME.PLURAL),
                Numbering.of(row.get(CONCEPT_PROFILE_NAME.NUMBERING)),
                row.get(CONCEPT_PROFILE_NAME.TEXTS).lines().toList());
    }

    private static Set<Rule> rules(Record row) {
        var rules = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            boolean on = switch (rule) {
                case OVERALL_GOAL -> row.get(CONCEPT_PROFILE.RULE_OVERALL_GOAL);
                case MEASURE -> row.get(CONCEPT_PROFILE.RULE_MEASURE);
                case RESPONSIBLE -> row.get(CONCEPT_PROFILE.RULE_RESPONSIBLE);
            };
            if (on) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
