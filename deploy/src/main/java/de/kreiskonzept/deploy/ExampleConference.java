package de.kreiskonzept.deploy;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.participation.AnswerForm;
import de.kreiskonzept.platform.participation.ConferenceForm;
import de.kreiskonzept.platform.participation.Conferences;
import de.kreiskonzept.platform.participation.SuggestionForm;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A conference of an example county, with suggestions to its first goals: one for each answer that there is. */
final class ExampleConference {
    private static final String NOTE = "Beispieldaten: Alle Anregungen und Antworten sind erfunden.";

    private final Conferences conferences;
    private final Clock clock;
    private final SignedIn author;

    ExampleConference(ApplicationContext platform, SignedIn author) {
        this.conferences = platform.getBean(Conferences.class);
        this.clock = platform.getBean(Clock.class);
        this.author = author;
    }

    /** Creates the conference in the county of the current transaction; its concept is there already. */
    void create() {
        LocalDate day = LocalDate.now(clock).minusMonths(1);
        UUID conference = conferences.create(
                new ConferenceForm(
                        "Integrationskonferenz %d (Beispiel)".formatted(day.getYear()),
                        day.toString(),
                        "Großer Sitzungssaal",
                        NOTE,
                        "Beispielverein Nachbarschaft\nBeispielschule am See\nMigrationsbeirat (Beispiel)"),
                author);
        List<String> goals = conferences.sections().stream()
                .map(SectionNode::allGoals)
                .flatMap(List::stream)
                .map(Goal::id)
                .map(UUID::toString)
                .limit(Decision.values().length)
                .toList();
        suggest(conference, goals.get(0), "Kurse auch in den Ferien anbieten.", Decision.TAKEN, "");
        suggest(
                conference,
                goals.get(1),
                "In jeder Gemeinde einen eigenen Kurs einrichten.",
                Decision.CHANGED,
                "Mehrere Gemeinden teilen sich einen Kurs und fahren gemeinsam hin.");
        suggest(
                conference,
                goals.get(2),
                "Kursgebühren für alle erlassen.",
                Decision.REFUSED,
                "Über die Gebühren entscheidet der Bund, nicht der Landkreis.");
        suggest(conference, "", "Das Konzept in einfacher Sprache herausgeben.", Decision.OPEN, "");
    }

    private void suggest(UUID conference, String goal, String words, Decision decision, String answer) {
        UUID id = conferences.add(conference, new SuggestionForm(goal, words, "Tisch 1"), author);
        if (decision != Decision.OPEN) {
            conferences.answer(
                    conferences.getSuggestion(conference, id),
                    0,
                    new AnswerForm(decision.text(), answer, false),
                    author);
        }
    }
}
