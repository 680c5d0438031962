package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of the concept for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConceptApi {
    private final VersionStore store;
    private final Drafting drafting;
    private final Texts texts;

    ConceptApi(VersionStore store, Drafting drafting, Texts texts) {
        this.store = store;
        this.drafting = drafting;
        this.texts = texts;
    }

    /**
     * A version of the concept as programs read it.
     *
     * @param title of the concept
     * @param state draft, preliminary, adopted, published or superseded
     * @param goals real number of goals that are no overall goals
     * @param measures real number of measures
     */
    @Serdeable
    @Schema(name = "ConceptVersion")
    record VersionView(
            String id,
            String title,
            String label,
            String state,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures,
            int goals,
            int measures,
            Instant modifiedAt,
            long version) {
        static VersionView of(VersionStore.Summary summary) {
            ConceptVersion version = summary.version();
            return new VersionView(
                    version.id().toString(),
                    summary.title(),
                    version.label(),
                    version.state().text(),
                    version.statedGoals(),
                    version.statedMeasures(),
                    summary.goals(),
                    summary.measures(),
                    version.modifiedAt(),
                    version.version());
        }
    }

    /** What programs send for a version; the title is that of the concept. */
    @Serdeable
    @Schema(name = "ConceptVersionInput")
    record VersionInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String title,

            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String label,

            @Schema(minimum = "0", maximum = "999999") @Nullable
            Integer statedGoals,

            @Schema(minimum = "0", maximum = "999999") @Nullable
            Integer statedMeasures) {
        @Override
        public String title() {
            return Answers.text(title, "");
        }

        @Override
        public String label() {
            return Answers.text(label, "");
        }

        Drafting.Heading heading(Texts texts) {
            String goals = Answers.text(statedGoals, "");
            String measures = Answers.text(statedMeasures, "");
            var errors = FieldChecks.required(FormErrors.none(), "title", title(), TextLimits.NAME, texts);
            errors = FieldChecks.required(errors, "label", label(), TextLimits.NAME, texts);
            errors = FieldChecks.number(errors, "statedGoals", goals, texts);
            Answers.refuse(FieldChecks.number(errors, "statedMeasures", measures, texts));
            return new Drafting.Heading(title(), label(), FieldChecks.stated(goals, measures));
        }
    }

    @Get("/versions")
    @Operation(summary = "Fassungen des Konzepts, die neueste zuerst")
    @Operations.Listing
    HttpResponse<List<VersionView>> listVersions(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(request, store.list().stream().map(VersionView::of).toList());
    }

    @Post("/versions")
    @Secured(Roles.LEAD)
    @Operation(summary = "Neuen Entwurf beginnen")
    @Status(HttpStatus.CREATED)
    @Operations.Creating
    @Operations.InDraft
    HttpResponse<VersionView> createVersion(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body VersionInput input) {
        return Answers.created(view(drafting.begin(input.heading(texts), who)), VersionView::version);
    }

    @Get("/versions/{id}")
    @Operation(summary = "Fassung lesen")
    @Operations.Reading
    HttpResponse<VersionView> getVersion(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(id), VersionView::version);
    }

    @Put("/versions/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Titel, Bezeichnung und angegebene Anzahlen ändern")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<VersionView> changeVersion(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body VersionInput input) {
        drafting.change(id, Versions.required(headers), input.heading(texts), who);
        return Answers.one(view(id), VersionView::version);
    }

    @Delete("/versions/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Entwurf mit allem darin löschen; andere Fassungen bleiben (409)")
    @Operations.Binning
    void deleteVersion(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        drafting.delete(id, Versions.required(headers), who);
    }

    @Post("/versions/{id}/restore")
    @Secured(Roles.LEAD)
    @Operation(summary = "Entwurf wiederherstellen")
    @Operations.Restoring
    HttpResponse<VersionView> restoreVersion(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        drafting.restore(id, who);
        return Answers.one(view(id), VersionView::version);
    }

    private VersionView view(UUID id) {
        return VersionView.of(Nodes.found(store.findSummary(id)));
    }
}
