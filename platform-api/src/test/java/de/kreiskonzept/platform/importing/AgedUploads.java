package de.kreiskonzept.platform.importing;

import static de.kreiskonzept.schema.workspace.Tables.IMPORTING_UPLOAD;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;

/** Lets texts brought in grow old for the tests of this package. */
@Singleton
@InWorkspace
class AgedUploads {
    private final DSLContext dsl;

    AgedUploads(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Puts the upload so far into the past. */
    public int age(UUID id, Duration by) {
        var upload = dsl.fetchSingle(IMPORTING_UPLOAD, IMPORTING_UPLOAD.ID.eq(id));
        upload.setCreatedAt(upload.getCreatedAt().minus(by));
        return upload.update();
    }

    /** Number of uploads. */
    public int number() {
        return dsl.fetchCount(IMPORTING_UPLOAD);
    }
}
