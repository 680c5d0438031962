package de.kreiskonzept.platform.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.participation.Conference;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conferences for programs. */
@Tag(name = "participation")
@Controller("/api/v1/{county}/conferences")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConferenceApi {
    private final Conferences conferences;
    private final ConferenceStore store;
    private final Texts texts;

    ConferenceApi(Conferences conferences, ConferenceStore store, Texts texts) {
        this.conferences = conferences;
        this.store = store;
        this.texts = texts;
    }

    /**
     * A conference as programs read it.
     *
     * @param day ISO 8601 date
     * @param participants persons and organisations; null for whoever is no lead, and in lists
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Conference")
    record ConferenceView(
            String id,
            String name,
            String day,
            String place,
            String note,
            @Nullable List<String> participants,
            String modifiedAt,
            long version) {
        static ConferenceView of(Conference one, boolean lead) {
            return new ConferenceView(
                    one.id().toString(),
                    one.name(),
                    one.day().toString(),
                    one.place(),
                    one.note(),
                    lead ? one.listParticipants() : null,
                    one.modifiedAt().toString(),
                    one.version());
        }
    }

    /**
     * What programs send for a conference; what is missing is empty.
     *
     * @param day ISO 8601 date
     */
    @Serdeable
    @Schema(name = "ConferenceInput")
    record ConferenceInput(
            @Nullable String name,
            @Nullable String day,
            @Nullable String place,
            @Nullable String note,
            @Nullable List<String> participants) {
        ConferenceForm form(Texts texts) {
            var form = new ConferenceForm(
                    Answers.text(name, ""),
                    Answers.text(day, ""),
                    Answers.text(place, ""),
                    Answers.text(note, ""),
                    participants == null ? "" : String.join("\n", participants));
            Answers.refuse(form.errors(texts));
            return form;
        }
    }

    @Get
    @Operation(summary = "Konferenzen, die neueste zuerst")
    @Operations.Listing
    HttpResponse<List<ConferenceView>> listConferences(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(
                request,
                store.list().stream()
                        .map(line -> ConferenceView.of(line.conference(), false))
                        .toList());
    }

    @Get("/{id}")
    @Operation(summary = "Konferenz lesen", description = "Teilnehmende sehen nur Integrationsbeauftragte.")
    @Operations.Reading
    HttpResponse<ConferenceView> getConference(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(id, who), ConferenceView::version);
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Konferenz anlegen")
    @Operations.Creating
    HttpResponse<ConferenceView> createConference(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body ConferenceInput input) {
        return Answers.created(view(conferences.create(input.form(texts), who), who), ConferenceView::version);
    }

    @Put("/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Konferenz ändern")
    @Operations.Changing
    HttpResponse<ConferenceView> changeConference(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body ConferenceInput input) {
        conferences.get(id);
        conferences.change(id, Versions.required(headers), input.form(texts), who);
        return Answers.one(view(id, who), ConferenceView::version);
    }

    @Delete("/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Konferenz mit allem, was dort angeregt wurde, löschen")
    @Operations.Deleting
    void deleteConference(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        conferences.delete(id, Versions.required(headers), who);
    }

    private ConferenceView view(UUID id, SignedIn who) {
        return ConferenceView.of(conferences.get(id), who.role().equals(Roles.LEAD));
    }
}
