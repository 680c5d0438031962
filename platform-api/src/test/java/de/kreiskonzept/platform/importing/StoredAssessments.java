package de.kreiskonzept.platform.importing;

import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASSESSMENT;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

/** Looks into the history of lights for the tests of this package. */
@Singleton
@InWorkspace(readOnly = true)
class StoredAssessments {
    private final DSLContext dsl;

    StoredAssessments(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Number of rows. */
    public long number() {
        return dsl.fetchCount(MONITORING_ASSESSMENT);
    }
}
