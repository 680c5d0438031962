package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FieldError;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.onboarding.EvidenceKind;
import de.kreiskonzept.model.onboarding.Field;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions of the guided start for programs. Reading a question here does not open it. */
@Tag(name = "onboarding", description = "Der geführte Einstieg: Fragen vor dem Beginn, und wen das Konzept angeht")
@Controller("/api/v1/{county}/checklist/questions")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class QuestionApi {
    private final Answering answering;
    private final Texts texts;

    QuestionApi(Answering answering, Texts texts) {
        this.answering = answering;
        this.texts = texts;
    }

    /**
     * What programs send as the answer to a question; what is missing is empty.
     *
     * @param due ISO 8601 date
     * @param values by the key of the field
     * @param evidence by its kind; files are sent on the page of the question
     */
    @Serdeable
    @Schema(name = "ChecklistAnswerInput")
    record AnswerInput(
            @Schema(description = "undecided, not_yet, in_clarification, decided oder not_applicable") @Nullable
            String state,

            @Nullable String notApplicableWhy,
            @Nullable UUID ownerId,
            @Nullable String due,
            @Nullable String notes,
            @Nullable Map<String, List<String>> values,
            @Nullable Map<String, String> evidence) {
        AnswerForm form(Question question, Texts texts) {
            return new AnswerForm(
                    Answers.text(state, ""),
                    Answers.text(notApplicableWhy, "").strip(),
                    Answers.text(ownerId, ""),
                    Answers.text(due, ""),
                    Answers.text(notes, "").strip(),
                    entered(question, texts),
                    given(question, texts));
        }

        private Map<String, List<String>> entered(Question question, Texts texts) {
            List<String> known = question.fields().stream().map(Field::key).toList();
            var entered = new HashMap<String, List<String>>();
            if (values != null) {
                values.forEach((key, all) -> {
                    require(known.contains(key), "values", key, texts);
                    entered.put(
                            key,
                            Stream.ofNullable(all).flatMap(AnswerInput::filled).toList());
                });
            }
            return entered;
        }

        // JSON may hold null where a text is expected.
        private static Stream<String> filled(List<String> all) {
            return all.stream().flatMap(Stream::ofNullable).map(String::strip);
        }

        private Map<EvidenceKind, String> given(Question question, Texts texts) {
            var given = new EnumMap<EvidenceKind, String>(EvidenceKind.class);
            if (evidence != null) {
                evidence.forEach((key, text) -> {
                    Optional<EvidenceKind> kind = EvidenceKind.find(key).filter(AnswerForm.asked(question)::contains);
                    require(kind.isPresent(), "evidence", key, texts);
                    given.put(kind.orElseThrow(), Answers.text(text, "").strip());
                });
            }
            return given;
        }

        private static void require(boolean known, String field, String key, Texts texts) {
            if (!known) {
                Answers.refuse(FormErrors.none().with(field, texts.text("onboarding.fault.notAsked", key)));
            }
        }
    }

    @Get
    @Operation(summary = "Fragen des Einstiegs mit Stand und Antwort, in ihrer Ordnung")
    @Operations.Listing
    HttpResponse<List<QuestionView>> listChecklistQuestions(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        Answering.Whole whole = answering.get();
        return Answers.part(
                request,
                whole.checklist().questions().stream()
                        .map(question -> QuestionView.of(whole, question))
                        .toList());
    }

    @Get("/{question}")
    @Operation(summary = "Frage mit Stand und Antwort lesen")
    @Operations.Reading
    HttpResponse<QuestionView> getChecklistQuestion(@PathVariable String county, @PathVariable String question) {
        Answering.Whole whole = answering.get();
        return Answers.one(QuestionView.of(whole, Answering.question(whole, question)), QuestionView::version);
    }

    @Put("/{question}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(
            summary = "Frage beantworten",
            description = "Wer nicht die Leitung hat, beantwortet die Fragen, die er betreut.")
    @Operations.Changing
    HttpResponse<QuestionView> answerChecklistQuestion(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable String question,
            @Body AnswerInput input) {
        Answering.Whole whole = answering.get();
        Question asked = Answering.question(whole, question);
        if (!whole.mayAnswer(asked, who)) {
            throw Refusal.forbidden();
        }
        long version = Versions.required(headers);
        AnswerForm form = input.form(asked, texts);
        Answers.refuse(named(form.check(asked, whole.owners().keySet(), texts)));
        answering.save(form.answer(question), version, who);
        return getChecklistQuestion(county, question);
    }

    // Forms name fields in German; here they are named as they were sent.
    private static FormErrors named(FormErrors errors) {
        FormErrors named = FormErrors.none();
        for (FieldError error : errors.errors()) {
            String field = error.field().replaceFirst("^feld-", "values.").replaceFirst("^nachweis-", "evidence.");
            named = named.with(field, error.message());
        }
        return named;
    }
}
