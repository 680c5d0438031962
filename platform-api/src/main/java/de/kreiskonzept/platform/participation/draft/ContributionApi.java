package de.kreiskonzept.platform.participation.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.Moderation;
import de.kreiskonzept.model.participation.Place;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.participation.AnswerForm;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said to a draft and what the county answers, for programs. */
@Tag(name = "participation")
@Controller("/api/v1/{county}/comment-rounds/{id}/contributions")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class ContributionApi {
    private final Contributions contributions;
    private final Texts texts;

    ContributionApi(Contributions contributions, Texts texts) {
        this.contributions = contributions;
        this.texts = texts;
    }

    /**
     * A contribution with its answer.
     *
     * @param chapterId one of the three is set at most; none for the draft as a whole, or where that part is gone
     * @param place words of the part as they were then, or empty
     * @param kind comment, goal or measure
     * @param by who said it, as far as everybody may know; maybe empty
     * @param moderation new, shown or hidden
     * @param decision open, taken, changed or refused
     * @param carriedOut whether the concept holds by now what was taken over
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Contribution")
    record ContributionView(
            String id,
            @Nullable String chapterId,
            @Nullable String sectionId,
            @Nullable String goalId,
            String place,
            String kind,
            String text,
            String by,
            String moderation,
            String decision,
            String answer,
            boolean carriedOut,
            long version) {
        static ContributionView of(Said said) {
            Contribution one = said.contribution();
            Place place = one.place();
            return new ContributionView(
                    one.id().toString(),
                    Answers.text(place.chapterId()),
                    Answers.text(place.sectionId()),
                    Answers.text(place.goalId()),
                    place.words(),
                    one.kind().text(),
                    one.text(),
                    said.by(),
                    one.moderation().text(),
                    one.decision().text(),
                    one.answer(),
                    one.carriedOut(),
                    one.version());
        }
    }

    /**
     * Who reads a contribution.
     *
     * @param moderation shown or hidden
     */
    @Serdeable
    @Schema(name = "ContributionModeration")
    record ModerationInput(@Nullable String moderation) {
        Moderation checked(Texts texts) {
            String wanted = Answers.text(moderation, "");
            if (Arrays.stream(Moderation.values())
                    .filter(one -> one != Moderation.NEW)
                    .noneMatch(one -> one.text().equals(wanted))) {
                Answers.refuse(FormErrors.none().with("moderation", texts.text("commenting.fault.moderation")));
            }
            return Moderation.of(wanted);
        }
    }

    /**
     * What the county answers.
     *
     * @param decision open, taken, changed or refused
     * @param answer how or why; not empty for changed and refused
     */
    @Serdeable
    @Schema(name = "ContributionAnswer")
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

    /** Which contribution an address names. */
    @Introspected
    record Target(
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID contribution) {}

    @Get
    @Operation(
            summary = "Beiträge einer Kommentierung mit ihren Antworten, in der Ordnung des Entwurfs",
            description = "Wer die Integration nicht leitet, liest nur, was allen gezeigt wird.")
    @Operations.Listing
    HttpResponse<List<ContributionView>> listContributions(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        return Answers.part(
                request,
                contributions.board(id, who).said().stream()
                        .map(ContributionView::of)
                        .toList());
    }

    @Get("/{contribution}")
    @Operation(summary = "Beitrag lesen")
    @Operations.Reading
    HttpResponse<ContributionView> getContribution(@Parameter(hidden = true) SignedIn who, @RequestBean Target place) {
        return Answers.one(ContributionView.of(said(place, who)), ContributionView::version);
    }

    @Put("/{contribution}/moderation")
    @Secured(Roles.LEAD)
    @Operation(summary = "Beitrag allen Beteiligten zeigen oder verbergen")
    @Operations.Changing
    HttpResponse<ContributionView> moderateContribution(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean Target place,
            @Body ModerationInput input) {
        Said found = said(place, who);
        contributions.moderate(found.contribution(), Versions.required(headers), input.checked(texts), who);
        return getContribution(who, place);
    }

    @Put("/{contribution}/answer")
    @Secured(Roles.LEAD)
    @Operation(summary = "Beitrag beantworten oder die Antwort ändern")
    @Operations.Changing
    HttpResponse<ContributionView> answerContribution(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean Target place,
            @Body AnswerInput input) {
        Said found = said(place, who);
        contributions.answer(found.contribution(), Versions.required(headers), input.form(texts), who);
        return getContribution(who, place);
    }

    private Said said(Target place, SignedIn who) {
        return contributions.get(place.id(), place.contribution(), who);
    }
}
