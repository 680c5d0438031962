package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a county says to a question.
 *
 * @param question key of the question
 * @param why why the question does not concern the county; else empty
 * @param owner account that looks after it; null if nobody
 * @param due day by which it is to be settled; null if none is set
 * @param notes free text
 * @param values what was entered, by the key of the field; fields without a value are not in it
 * @param evidence what proves the answer: an address on the web, or committee, date and number of a resolution
 */
public record Answer(
        String question,
        QuestionState state,
        String why,
        @Nullable UUID owner,
        @Nullable LocalDate due,
        String notes,
        Map<String, List<String>> values,
        Map<EvidenceKind, String> evidence) {
    /** @throws IllegalArgumentException if it does not apply and nobody says why, or if it holds something though nobody opened it */
    public Answer {
        TextLimits.optional(notes, TextLimits.TEXT, "notes");
        if (state == QuestionState.NOT_APPLICABLE) {
            TextLimits.required(why, TextLimits.TEXT, "why");
        } else {
            why = "";
        }
        values = entered(values);
        evidence = given(evidence);
        if (state == QuestionState.UNOPENED
                && (!values.isEmpty() || !evidence.isEmpty() || !notes.isBlank() || owner != null || due != null)) {
            throw new IllegalArgumentException("what nobody opened holds nothing");
        }
    }

    /** A question that nobody has looked at. */
    public static Answer unopened(String question) {
        return new Answer(question, QuestionState.UNOPENED, "", null, null, "", Map.of(), Map.of());
    }

    /** The answer once somebody has looked at its question; as it is where somebody had before. */
    public Answer opened() {
        return state == QuestionState.UNOPENED
                ? new Answer(question, QuestionState.UNDECIDED, why, owner, due, notes, values, evidence)
                : this;
    }

    /** What was entered in a field; empty where nothing was. */
    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether its day has passed and it is not done. */
    public boolean isOverdue(LocalDate today) {
        return due != null && due.isBefore(today) && !state.isDone();
    }

    private static Map<EvidenceKind, String> given(Map<EvidenceKind, String> evidence) {
        var given = new EnumMap<EvidenceKind, String>(EvidenceKind.class);
        evidence.forEach((kind, text) -> {
            if (!text.isBlank()) {
                given.put(kind, TextLimits.optional(text.strip(), TextLimits.TEXT, "evidence"));
            }
        });
        return Map.copyOf(given);
    }

    private static Map<String, List<String>> entered(Map<String, List<String>> values) {
        var entered = new LinkedHashMap<String, List<String>>();
        values.forEach((field, texts) -> {
            List<String> filled = texts.stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
            if (!filled.isEmpty()) {
                entered.put(field, filled);
            }
        });
        return Map.copyOf(entered);
    }
}
