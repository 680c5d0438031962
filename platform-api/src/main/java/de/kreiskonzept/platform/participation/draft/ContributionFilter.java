package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.Moderation;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which contributions are listed, as it stands in the address.
 *
 * @param state one of {@link #STATES}
 * @param section id of a chapter or section; empty for all
 */
public record ContributionFilter(String state, String section) {
    private static final Map<String, Predicate<Contribution>> RULES = Map.of(
            "alle", _ -> true,
            "neu", one -> one.moderation() == Moderation.NEW,
            "unbeantwortet", Contribution::waits,
            "gezeigt", Contribution::isShown,
            "verborgen", one -> one.moderation() == Moderation.HIDDEN);

    /** What can be asked for. */
    public static final List<String> STATES = List.of("alle", "neu", "unbeantwortet", "gezeigt", "verborgen");

    static ContributionFilter of(Map<String, ?> fields) {
        String state = FieldChecks.field(fields, "zustand");
        return new ContributionFilter(
                STATES.contains(state) ? state : STATES.getFirst(), FieldChecks.field(fields, "abschnitt"));
    }

    /** The part of a list that is asked for. */
    List<Said> of(DraftText text, List<Said> all) {
        Predicate<Contribution> rule = Objects.requireNonNull(RULES.get(state));
        return all.stream()
                .filter(one -> rule.test(one.contribution()))
                .filter(one -> section.isEmpty()
                        || text.home(one.contribution().place()).equals(section))
                .toList();
    }
}
