package de.kreiskonzept.platform.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.onboarding.Advice;
import de.kreiskonzept.model.onboarding.Answer;
import de.kreiskonzept.model.onboarding.Field;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.platform.concept.Answers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question of the checklist with what the county says to it, as programs read it.
 *
 * @param key name of the question in the checklist
 * @param number from 1
 * @param why why the question matters
 * @param state unopened, undecided, not_yet, in_clarification, decided or not_applicable
 * @param notApplicableWhy why the question does not concern the county; else empty
 * @param ownerId account that looks after it; null where none does
 * @param due ISO 8601 date by which it is to be settled; null where none is set
 * @param values what was entered by the key of the field; fields without a value are not in it
 * @param evidence what proves the answer by its kind (link or resolution); files stand on the page of the question
 * @param advice what is risky about the answer; never stands in the way
 * @param version 0 where nobody has opened the question
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ChecklistQuestion")
record QuestionView(
        String key,
        int number,
        String title,
        String why,
        List<FieldView> fields,
        String state,
        String notApplicableWhy,
        @Nullable String ownerId,
        @Nullable String due,
        String notes,
        Map<String, List<String>> values,
        Map<String, String> evidence,
        List<AdviceView> advice,
        long version) {
    static QuestionView of(Answering.Whole whole, Question question) {
        Saved saved = whole.saved(question);
        Answer answer = saved.answer();
        return new QuestionView(
                question.key(),
                whole.checklist().number(question),
                question.title(),
                question.why(),
                question.fields().stream().map(FieldView::of).toList(),
                answer.state().text(),
                answer.why(),
                Answers.text(answer.owner()),
                Answers.text(answer.due()),
                answer.notes(),
                new TreeMap<>(answer.values()),
                evidence(answer),
                whole.answers().advice(question).stream().map(AdviceView::of).toList(),
                saved.version());
    }

    private static Map<String, String> evidence(Answer answer) {
        var evidence = new TreeMap<String, String>();
        answer.evidence().forEach((kind, text) -> evidence.put(kind.text(), text));
        return evidence;
    }

    /**
     * What a question asks for.
     *
     * @param kind choice, text, date, number, person or organisation
     * @param options keys that a choice may have, with their labels; empty for other kinds
     */
    @Serdeable
    @Schema(name = "ChecklistField")
    record FieldView(String key, String kind, String label, boolean several, Map<String, String> options) {
        static FieldView of(Field field) {
            return switch (field) {
                case Field.Choice choice ->
                    new FieldView(choice.key(), "choice", choice.label(), choice.several(), options(choice));
                case Field.Words words -> new FieldView(words.key(), "text", words.label(), false, Map.of());
                case Field.Day day -> new FieldView(day.key(), "date", day.label(), false, Map.of());
                case Field.Amount amount -> new FieldView(amount.key(), "number", amount.label(), false, Map.of());
                case Field.Persons persons ->
                    new FieldView(persons.key(), "person", persons.label(), persons.several(), Map.of());
                case Field.Organisations all ->
                    new FieldView(all.key(), "organisation", all.label(), all.several(), Map.of());
            };
        }

        private static Map<String, String> options(Field.Choice choice) {
            var options = new TreeMap<String, String>();
            choice.options().forEach(option -> options.put(option.key(), option.label()));
            return options;
        }
    }

    /** A warning, and what helps. */
    @Serdeable
    @Schema(name = "ChecklistAdvice")
    record AdviceView(String text, List<String> remedies) {
        static AdviceView of(Advice advice) {
            return new AdviceView(advice.text(), advice.remedies());
        }
    }
}
