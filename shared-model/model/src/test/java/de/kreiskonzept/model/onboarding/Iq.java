package de.kreiskonzept.model.onboarding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers to the checklist of IQ-NIKO, written down shortly. */
final class Iq {
    static final Checklist LIST = Checklists.find("iq").orElseThrow();

    private Iq() {}

    static Question question(String key) {
        return LIST.find(key).orElseThrow();
    }

    /** Decided answers; an entry is {@code question.field=value|value}. */
    static Answers decided(String... entries) {
        return new Answers(LIST, answers(QuestionState.DECIDED, entries));
    }

    static Answers inClarification(String... entries) {
        return new Answers(LIST, answers(QuestionState.IN_CLARIFICATION, entries));
    }

    private static Map<String, Answer> answers(QuestionState state, String... entries) {
        var values = new HashMap<String, Map<String, List<String>>>();
        for (String entry : entries) {
            String[] parts = entry.split("[.=]", 3);
            values.computeIfAbsent(parts[0], key -> new HashMap<>())
                    .put(parts[1], Arrays.asList(parts[2].split("\\|")));
        }
        var answers = new HashMap<String, Answer>();
        values.forEach((question, fields) ->
                answers.put(question, new Answer(question, state, "", null, null, "", fields, Map.of())));
        return answers;
    }

    static Answer state(String question, QuestionState state, LocalDate due) {
        String why = state == QuestionState.NOT_APPLICABLE ? "Kreisfreie Stadt" : "";
        return new Answer(question, state, why, null, due, "", Map.of(), Map.of());
    }
}
