package de.kreiskonzept.admin.catalogue;

import de.kreiskonzept.model.catalogue.CatalogueChange;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A version of the catalogue of fields, questions and process templates.
 *
 * @param version from 1
 * @param published whether counties are offered it
 * @param changes what differs from the version before
 */
@Serdeable
@Schema(name = "CatalogueVersion")
public record ReleaseView(int version, boolean published, List<Change> changes) {

    /**
     * One thing that differs.
     *
     * @param part topic, question, field or template
     * @param kind added, renamed, changed or removed
     * @param before former name where it is renamed; else empty
     */
    @Serdeable
    @Schema(name = "CatalogueVersionChange")
    public record Change(String part, String kind, String name, String before) {
        static Change of(CatalogueChange change) {
            return new Change(change.part().text(), change.kind().text(), change.name(), change.before());
        }
    }

    /** The version as clients see it. */
    public static ReleaseView of(Release release) {
        return new ReleaseView(
                release.number(),
                release.published(),
                release.changes().stream().map(Change::of).toList());
    }
}
