package de.kreiskonzept.platform.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.participation.Suggestion;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
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

/** What was suggested at a conference and what the county answers, for programs. */
@Tag(name = "participation")
@Controller("/api/v1/{county}/conferences/{id}/suggestions")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class SuggestionApi {
    private final Conferences conferences;
    private final Texts texts;

    SuggestionApi(Conferences conferences, Texts texts) {
        this.conferences = conferences;
        this.texts = texts;
    }

    /**
     * A suggestion with its answer.
     *
     * @param goalId null for the concept as a whole, or where the goal is gone
     * @param goal words of the goal as they were then, or empty
     * @param decision open, taken, changed or refused
     * @param carriedOut whether the concept holds by now what was taken over
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Suggestion")
    record SuggestionView(
            String id,
            @Nullable String goalId,
            String goal,
            String text,
            String origin,
            String decision,
            String answer,
            boolean carriedOut,
            long version) {
        static SuggestionView of(Suggestion one) {
            return new SuggestionView(
                    one.id().toString(),
                    Answers.text(one.goalId()),
                    one.goal(),
                    one.text(),
                    one.origin(),
                    one.decision().text(),
                    one.answer(),
                    one.carriedOut(),
                    one.version());
        }
    }

    /**
     * What programs send for a suggestion.
     *
     * @param goalId of the version that holds; null for the concept as a whole
     * @param origin who said so; may be missing
     */
    @Serdeable
    @Schema(name = "SuggestionInput")
    record SuggestionInput(
            @Nullable String goalId,
            @Nullable String text,
            @Nullable String origin) {
        SuggestionForm form(Texts texts) {
            var form = new SuggestionForm(Answers.text(goalId, ""), Answers.text(text, ""), Answers.text(origin, ""));
            Answers.refuse(form.errors(texts));
            return form;
        }
    }

    /**
     * What the county answers.
     *
     * @param decision open, taken, changed or refused
     * @param answer how or why; not empty for changed and refused
     */
    @Serdeable
    @Schema(name = "SuggestionAnswer")
    record AnswerInput(
            @Nullable String decision,
            @Nullable String answer,
            @Nullable Boolean carriedOut) {
        AnswerForm form(Texts texts) {
            var form = new AnswerForm(
                    Answers.text(decision, ""), Answers.text(answer, ""), Boolean.TRUE.equals(carriedOut));
            Answers.refuse(form.errors(texts));
            return form;
        }
    }

    /** Which suggestion an address names. */
    @Introspected
    record Place(
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID suggestion) {}

    @Get
    @Operation(summary = "Anregungen einer Konferenz mit ihren Antworten, in der Ordnung des Konzepts")
    @Operations.Listing
    HttpResponse<List<SuggestionView>> listSuggestions(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return Answers.part(
                request,
                conferences.getWhole(id).suggestions().stream()
                        .map(placed -> SuggestionView.of(placed.suggestion()))
                        .toList());
    }

    @Get("/{suggestion}")
    @Operation(summary = "Anregung lesen")
    @Operations.Reading
    HttpResponse<SuggestionView> getSuggestion(@RequestBean Place place) {
        return Answers.one(view(place.id(), place.suggestion()), SuggestionView::version);
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Festhalten, was angeregt wurde")
    @Operations.Creating
    HttpResponse<SuggestionView> createSuggestion(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body SuggestionInput input) {
        conferences.get(id);
        return Answers.created(view(id, conferences.add(id, input.form(texts), who)), SuggestionView::version);
    }

    @Put("/{suggestion}/answer")
    @Secured(Roles.LEAD)
    @Operation(summary = "Anregung beantworten oder die Antwort ändern")
    @Operations.Changing
    HttpResponse<SuggestionView> answerSuggestion(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean Place place,
            @Body AnswerInput input) {
        Suggestion found = conferences.getSuggestion(place.id(), place.suggestion());
        conferences.answer(found, Versions.required(headers), input.form(texts), who);
        return Answers.one(view(place.id(), place.suggestion()), SuggestionView::version);
    }

    private SuggestionView view(UUID conference, UUID suggestion) {
        return SuggestionView.of(conferences.getSuggestion(conference, suggestion));
    }
}
