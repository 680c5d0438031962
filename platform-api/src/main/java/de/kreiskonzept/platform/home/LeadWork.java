package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.platform.monitoring.round.AskedStore;
import de.kreiskonzept.platform.participation.SuggestionStore;
import de.kreiskonzept.platform.participation.draft.CommentRoundStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What waits for a lead besides the concept itself: bodies, answers, suggestions, late steps and decisions. */
@Singleton
final class LeadWork {
    private final AskedStore asked;
    private final SuggestionStore suggestions;
    private final CommentRoundStore comments;
    private final LateWork late;
    private final TaskWords words;
    private final Clock clock;

    LeadWork(
            AskedStore asked,
            SuggestionStore suggestions,
            CommentRoundStore comments,
            LateWork late,
            TaskWords words,
            Clock clock) {
        this.asked = asked;
        this.suggestions = suggestions;
        this.comments = comments;
        this.late = late;
        this.words = words;
        this.clock = clock;
    }

    /** What others wait for, the most urgent first. */
    List<Task> urgent(String home) {
        var tasks = new ArrayList<Task>();
        asked.countMissing(LocalDate.now(clock))
                .forEach((round, number) -> tasks.add(words.task("missing", home + "berichtsrunden/" + round, number)));
        asked.countUndecided()
                .forEach((round, number) ->
                        tasks.add(words.task("replies", home + "berichtsrunden/" + round + "/antworten", number)));
        tasks.addAll(late.of(home));
        int unanswered = suggestions.countOpen();
        if (unanswered > 0) {
            tasks.add(words.task("suggestions", home + "konferenzen", unanswered));
        }
        comments.countWaiting()
                .forEach((round, number) -> tasks.add(words.task(
                        "contributions", home + "beteiligung/" + round + "/beitraege?zustand=unbeantwortet", number)));
        return tasks;
    }
}
