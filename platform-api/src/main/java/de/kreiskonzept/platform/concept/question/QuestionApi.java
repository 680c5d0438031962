package de.kreiskonzept.platform.concept.question;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The four questions for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class QuestionApi {
    private final Questions questions;

    QuestionApi(Questions questions) {
        this.questions = questions;
    }

    /**
     * What a section answers.
     *
     * @param bodies different responsible bodies
     * @param assessedAt null where no measure was assessed
     */
    @Serdeable
    @Schema(name = "SectionAnswer")
    record AnswerView(
            String sectionId,
            String number,
            String name,
            int goals,
            int measures,
            List<String> bodies,
            Instant changedAt,
            @Nullable Instant assessedAt) {
        static AnswerView of(SectionAnswer answer) {
            return new AnswerView(
                    answer.section().id().toString(),
                    answer.section().number(),
                    answer.section().name(),
                    answer.goals(),
                    answer.measures(),
                    answer.bodies(),
                    answer.changedAt(),
                    answer.assessedAt());
        }
    }

    @Get("/versions/{id}/questions/{question}")
    @Operation(
            summary = "Eine der vier Fragen an eine Fassung",
            description = "focus: die meisten Maßnahmen zuerst; gaps: Abschnitte ohne Maßnahme; bodies: die meisten"
                    + " zuständigen Stellen zuerst; movement: die jüngste Änderung oder Bewertung zuerst.")
    @Operations.Listing
    HttpResponse<List<AnswerView>> listAnswers(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable @Parameter(description = "focus, gaps, bodies oder movement") String question,
            @QueryValue
                    @Nullable
                    @Parameter(description = "every: jeder Abschnitt für sich; sonst die obersten mit allem darunter")
                    String level) {
        Question asked = Question.find(question).orElseThrow(Refusal::notFound);
        var answered = questions
                .find(Optional.of(id), new QuestionFilter(asked, "every".equals(level)))
                .orElseThrow(Refusal::notFound);
        return Answers.part(
                request, answered.answers().stream().map(AnswerView::of).toList());
    }
}
