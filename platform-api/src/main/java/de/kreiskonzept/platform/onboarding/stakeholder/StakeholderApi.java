package de.kreiskonzept.platform.onboarding.stakeholder;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.onboarding.Stakeholder;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stakeholders for programs. What people think of others is for the lead alone, as on the pages; talks stay there. */
@Tag(name = "onboarding")
@Controller("/api/v1/{county}/stakeholders")
@Operations.All
@Secured(Roles.LEAD)
class StakeholderApi {
    private final Stakeholders stakeholders;
    private final Texts texts;

    StakeholderApi(Stakeholders stakeholders, Texts texts) {
        this.stakeholders = stakeholders;
        this.texts = texts;
    }

    /**
     * A stakeholder as programs read it.
     *
     * @param kind organisation or person
     * @param place inside or outside the administration of the county
     * @param interest 1 to 3, likewise the influence
     * @param attitude unknown, supporting, neutral or critical
     * @param cause what they want, maybe empty
     * @param contacts how often somebody spoke with them
     */
    @Serdeable
    @Schema(name = "Stakeholder")
    record StakeholderView(
            String id,
            String name,
            String kind,
            String place,
            int interest,
            int influence,
            String attitude,
            String cause,
            int contacts,
            long version) {
        static StakeholderView of(Listed listed) {
            Stakeholder one = listed.stakeholder();
            return new StakeholderView(
                    listed.id().toString(),
                    one.name(),
                    one.kind().text(),
                    one.place().text(),
                    one.interest(),
                    one.influence(),
                    one.attitude().text(),
                    one.cause(),
                    listed.contacts(),
                    listed.version());
        }
    }

    /** What programs send for a stakeholder. */
    @Serdeable
    @Schema(name = "StakeholderInput")
    record StakeholderInput(
            @Nullable String name,

            @Schema(description = "organisation oder person") @Nullable
            String kind,

            @Schema(description = "inside oder outside") @Nullable
            String place,

            @Schema(description = "1 bis 3") @Nullable Integer interest,

            @Schema(description = "1 bis 3") @Nullable Integer influence,

            @Schema(description = "unknown, supporting, neutral oder critical") @Nullable
            String attitude,

            @Nullable String cause) {
        Stakeholder stakeholder(Texts texts) {
            var form = new StakeholderForm(
                    Answers.text(name, "").strip(),
                    Answers.text(kind, ""),
                    Answers.text(place, ""),
                    Answers.text(interest, ""),
                    Answers.text(influence, ""),
                    Answers.text(attitude, ""),
                    Answers.text(cause, "").strip());
            Answers.refuse(form.check(texts));
            return form.stakeholder();
        }
    }

    @Get
    @Operation(summary = "Beteiligte, die in der Verwaltung zuerst")
    @Operations.Listing
    HttpResponse<List<StakeholderView>> listStakeholders(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(
                request, stakeholders.list().stream().map(StakeholderView::of).toList());
    }

    @Get("/{id}")
    @Operation(summary = "Beteiligte oder Beteiligten lesen")
    @Operations.Reading
    HttpResponse<StakeholderView> getStakeholder(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(id), StakeholderView::version);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Beteiligte oder Beteiligten anlegen")
    @Operations.Creating
    HttpResponse<StakeholderView> createStakeholder(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body StakeholderInput input) {
        return Answers.created(view(stakeholders.create(input.stakeholder(texts), who)), StakeholderView::version);
    }

    @Put("/{id}")
    @Operation(summary = "Beteiligte oder Beteiligten mit allen Angaben ändern")
    @Operations.Changing
    HttpResponse<StakeholderView> changeStakeholder(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body StakeholderInput input) {
        stakeholders.get(id);
        stakeholders.change(id, Versions.required(headers), input.stakeholder(texts), who);
        return getStakeholder(county, id);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Beteiligte oder Beteiligten mit allen Gesprächen löschen")
    @Operations.Deleting
    void deleteStakeholder(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        stakeholders.delete(id, Versions.required(headers), who);
    }

    private StakeholderView view(UUID id) {
        return StakeholderView.of(stakeholders.get(id));
    }
}
