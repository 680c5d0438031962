package de.kreiskonzept.platform.catalogue;

import static de.kreiskonzept.schema.workspace.Tables.CATALOGUE_CHOICE;

import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;

/** The table catalogue_choice. */
@Singleton
@InWorkspace(readOnly = true)
class CatalogueStore {
    private static final String OWN = "own";

    private final DSLContext dsl;
    private final CurrentWorkspace county;
    private final WorkspaceSchema schema;
    private final Clock clock;

    CatalogueStore(DSLContext dsl, CurrentWorkspace county, WorkspaceSchema schema, Clock clock) {
        this.dsl = dsl;
        this.county = county;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * What the county has chosen.
     *
     * @param taken version that it works with
     * @param putAway version whose offer it does not want to see; 0 for none
     * @param version row version; 0 where there is no row
     */
    record Choice(int taken, int putAway, long version) {
        private static final Choice NOTHING = new Choice(1, 0, 0);
    }

    /** One statement, and one before it where the workspace has not the tables of this program. */
    Choice get() {
        return stands()
                ? dsl.selectFrom(CATALOGUE_CHOICE)
                        .fetchOptional(row -> new Choice(row.getTaken(), row.getPutAway(), row.getVersion()))
                        .orElse(Choice.NOTHING)
                : Choice.NOTHING;
    }

    /** Pages that everybody opens ask, too, so a workspace that is one schema version behind, without the table, must not be a fault. */
    private boolean stands() {
        return county.get().schemaVersion().equals(schema.version())
                || dsl.fetchSingle("SELECT to_regclass('catalogue_choice') IS NOT NULL AS stands")
                        .get("stands", Boolean.class);
    }

    /**
     * Stores another choice.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void put(Choice choice, SignedIn who) {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var row = CATALOGUE_CHOICE.newRecord();
        row.setName(OWN);
        row.setTaken(choice.taken());
        row.setPutAway(choice.putAway());
        row.setAccountName(who.name());
        row.setModifiedAt(now);
        row.setVersion(choice.version() + 1);
        if (choice.version() == 0) {
            row.setCreatedAt(now);
        }
        int stored = choice.version() == 0
                ? dsl.insertInto(CATALOGUE_CHOICE)
                        .set(row)
                        .onConflictDoNothing()
                        .execute()
                : dsl.update(CATALOGUE_CHOICE)
                        .set(row)
                        .where(CATALOGUE_CHOICE.VERSION.eq(choice.version()))
                        .execute();
        Refusal.staleUnlessOne(stored);
    }
}
