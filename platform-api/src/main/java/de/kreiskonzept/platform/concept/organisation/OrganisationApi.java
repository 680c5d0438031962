package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.directory.Entry;
import de.kreiskonzept.platform.directory.OrganisationForm;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.directory.Organisations;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
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

/** Organisations for programs. */
@Tag(name = "organisations")
@Controller("/api/v1/{county}/organisations")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class OrganisationApi {
    private final OrganisationStore store;
    private final Organisations organisations;
    private final Directory directory;
    private final Texts texts;

    OrganisationApi(OrganisationStore store, Organisations organisations, Directory directory, Texts texts) {
        this.store = store;
        this.organisations = organisations;
        this.directory = directory;
        this.texts = texts;
    }

    /**
     * An organisation as programs read it.
     *
     * @param kind county_office, municipality, authority, welfare, education, association or other
     * @param ags official key of a municipality, eight digits, or empty
     * @param spellings all that mean it, name and short name too; null in lists
     * @param standsFor the organisation that it stands for since it was merged; its own id otherwise
     */
    @Serdeable
    @Schema(name = "Organisation")
    record OrganisationView(
            String id,
            String kind,
            String name,
            String shortName,
            String ags,
            @Nullable List<String> spellings,
            String standsFor,
            Instant modifiedAt,
            long version) {
        static OrganisationView of(Organisation one, @Nullable List<String> spellings) {
            return new OrganisationView(
                    one.id().toString(),
                    one.kind().text(),
                    one.name(),
                    one.shortName(),
                    one.ags(),
                    spellings,
                    one.headId().toString(),
                    one.modifiedAt(),
                    one.version());
        }
    }

    /**
     * What programs send for an organisation; what is missing is empty.
     *
     * @param spellings besides name and short name
     */
    @Serdeable
    @Schema(name = "OrganisationInput")
    record OrganisationInput(
            @Nullable String kind,

            @Schema(minLength = 1, maxLength = Organisation.NAME) @Nullable
            String name,

            @Schema(maxLength = Organisation.SHORT_NAME) @Nullable
            String shortName,

            @Schema(pattern = "([0-9]{8})?") @Nullable String ags,
            @Nullable List<String> spellings) {
        OrganisationForm form(Texts texts) {
            var form = new OrganisationForm(
                    Answers.text(kind, ""),
                    Answers.text(name, "").strip(),
                    Answers.text(shortName, "").strip(),
                    Answers.text(ags, ""),
                    spellings == null ? "" : String.join("\n", spellings));
            Answers.refuse(form.check(texts));
            return form;
        }
    }

    /** The organisation that another one is to stand for. */
    @Serdeable
    @Schema(name = "OrganisationMerger")
    record Merger(@Nullable UUID into) {}

    @Get
    @Operation(summary = "Organisationen nach Namen; zusammengelegte fehlen")
    @Operations.Listing
    HttpResponse<List<OrganisationView>> listOrganisations(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @Parameter(description = "Art der Organisation") @Nullable @QueryValue String kind,
            @Parameter(description = "Teil von Name oder Kurzname") @Nullable @QueryValue String q) {
        OrganisationKind wanted =
                kind == null ? null : OrganisationKind.find(kind).orElse(null);
        return Answers.part(
                request,
                directory.list(wanted, q == null ? "" : q).stream()
                        .map(line -> OrganisationView.of(line.organisation(), null))
                        .toList());
    }

    @Get("/{id}")
    @Operation(summary = "Organisation mit ihren Schreibweisen lesen")
    @Operations.Reading
    HttpResponse<OrganisationView> getOrganisation(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(id), OrganisationView::version);
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Organisation anlegen")
    @ApiResponse(responseCode = "201", description = "Angelegt; ETag nennt die Version")
    @ApiResponse(responseCode = "409", description = "Eine Schreibweise gehört schon zu einer anderen Organisation")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<OrganisationView> createOrganisation(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body OrganisationInput input) {
        return Answers.created(view(organisations.create(input.form(texts), who)), OrganisationView::version);
    }

    @Put("/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Organisation ändern; der bisherige Name bleibt eine Schreibweise")
    @Operations.Changing
    @ApiResponse(responseCode = "409", description = "Eine Schreibweise gehört schon zu einer anderen Organisation")
    HttpResponse<OrganisationView> changeOrganisation(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body OrganisationInput input) {
        organisations.change(id, Versions.required(headers), input.form(texts), who);
        return Answers.one(view(id), OrganisationView::version);
    }

    @Delete("/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Organisation löschen; Maßnahmen behalten die Namen")
    @Operations.Deleting
    @ApiResponse(responseCode = "409", description = "Sie ist mit einer anderen zusammengelegt, oder andere mit ihr")
    void deleteOrganisation(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        organisations.delete(id, Versions.required(headers), who);
    }

    @Post("/{id}/merge")
    @Secured(Roles.LEAD)
    @Operation(summary = "In einer anderen Organisation aufgehen lassen; kein Konzept ändert sich")
    @ApiResponse(responseCode = "200", description = "Zusammengelegt; ETag nennt die Version")
    @ApiResponse(responseCode = "409", description = "Eine von beiden ist schon zusammengelegt")
    HttpResponse<OrganisationView> mergeOrganisation(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body Merger merger) {
        if (merger.into() == null) {
            throw Refusal.notFound();
        }
        organisations.merge(id, merger.into(), who);
        return Answers.one(view(id), OrganisationView::version);
    }

    @Post("/{id}/split")
    @Secured(Roles.LEAD)
    @Operation(summary = "Zusammenlegung zurücknehmen")
    @ApiResponse(responseCode = "200", description = "Getrennt; ETag nennt die Version")
    @ApiResponse(responseCode = "409", description = "Sie ist mit keiner zusammengelegt")
    HttpResponse<OrganisationView> splitOrganisation(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        organisations.split(id, who);
        return Answers.one(view(id), OrganisationView::version);
    }

    private OrganisationView view(UUID id) {
        Entry entry = store.findEntry(id).orElseThrow(Refusal::notFound);
        return OrganisationView.of(entry.organisation(), entry.spellings());
    }
}
