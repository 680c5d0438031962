package de.kreiskonzept.model.onboarding;

import java.util.List;

/**
 * A warning that some answers bring. It only advises: nothing asks whether there is one.
 *
 * @param text what is risky about the answers
 * @param remedies what helps, one sentence each
 */
public record Advice(String key, Condition when, String text, List<String> remedies) {
    /** Copies the list. */
    public Advice {
        remedies = List.copyOf(remedies);
    }
}
