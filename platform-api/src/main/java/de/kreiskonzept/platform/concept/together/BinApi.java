package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.bin.BinEntry;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bin for programs; a part comes back by its own operation {@code restore}. */
@Tag(name = "concept")
@Controller("/api/v1/{county}/bin")
@Operations.All
@Secured({Roles.LEAD, Roles.EDITOR})
class BinApi {
    private final OwnBin bin;
    private final Elsewhere elsewhere;

    BinApi(OwnBin bin, Elsewhere elsewhere) {
        this.bin = bin;
        this.elsewhere = elsewhere;
    }

    /**
     * Where a part comes back to.
     *
     * @param sectionId null for a section at the top or a text of the whole version
     */
    @Serdeable
    @Schema(name = "BinPlace")
    record PlaceInput(@Nullable UUID sectionId) {}

    /**
     * A part in the bin.
     *
     * @param kind version, section, goal, measure, text, indicator or figure
     * @param where names of the sections and goals above it, the highest first
     * @param restoreFirst id of the part that has to come back before; null where none has to
     * @param deletedBy name of the account today, or both names of a visit by the provider; null where the account is erased
     * @param goneAt when it is deleted for good
     */
    @Serdeable
    @Schema(name = "BinEntry")
    record EntryView(
            String id,
            String kind,
            String name,
            String versionLabel,
            List<String> where,
            @Nullable String restoreFirst,
            Instant deletedAt,
            @Nullable String deletedBy,
            Instant goneAt) {
        static EntryView of(BinEntry entry) {
            Subject first = entry.first();
            return new EntryView(
                    entry.part().id().toString(),
                    entry.part().kind(),
                    entry.name(),
                    entry.versionLabel(),
                    entry.where(),
                    first == null ? null : first.id().toString(),
                    entry.deletedAt(),
                    entry.accountName(),
                    entry.goneAt());
        }
    }

    @Get
    @Operation(summary = "Papierkorb, das zuletzt Gelöschte zuerst")
    @Operations.Listing
    HttpResponse<List<EntryView>> listBin(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county) {
        return Answers.part(request, bin.list(who).stream().map(EntryView::of).toList());
    }

    @Post("/{id}/restore-elsewhere")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Teil an anderer Stelle wiederherstellen, wenn seine alte Stelle selbst gelöscht ist",
            description = "Geht für Abschnitte, Ziele, Maßnahmen und Texte; mit allem, was darin gelöscht wurde.")
    @ApiResponse(responseCode = "204", description = "Wiederhergestellt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    void restoreElsewhere(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body PlaceInput input) {
        elsewhere.restore(id, input.sectionId(), who);
    }
}
