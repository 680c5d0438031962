package de.kreiskonzept.model.onboarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What decided answers propose to create, each with the question it comes from.
 *
 * @param entries in the order of the checklist; each key once
 */
public record Plan(List<Entry> entries) {
    /** @throws IllegalArgumentException if a key stands twice */
    public Plan {
        entries = List.copyOf(entries);
        if (entries.stream().map(entry -> entry.action().key()).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("an action stands twice");
        }
    }

    /**
     * An action and where it comes from.
     *
     * @param question key of the question
     */
    public record Entry(String question, Action action) {}

    /** What changes from one plan to the next. */
    public sealed interface Change {
        /** Something new is proposed. */
        record Added(Entry entry) implements Change {}

        /** Something is no longer proposed; what was created stays until somebody says otherwise. */
        record Dropped(Entry entry) implements Change {}

        /** Something is proposed in another way. */
        record Altered(Entry before, Entry after) implements Change {}
    }

    /** What the decided answers propose; where two propose the same, the first one does. */
    public static Plan of(Answers answers) {
        var entries = new LinkedHashMap<String, Entry>();
        for (Question question : answers.checklist().questions()) {
            if (answers.of(question).state() == QuestionState.DECIDED) {
                question.proposals().stream()
                        .filter(proposal -> proposal.when().holds(answers))
                        .flatMap(proposal -> proposal.actions(answers).stream())
                        .forEach(action -> entries.putIfAbsent(action.key(), new Entry(question.key(), action)));
            }
        }
        return new Plan(List.copyOf(entries.values()));
    }

    /** What a question proposes. */
    public List<Entry> of(Question question) {
        return entries.stream()
                .filter(entry -> entry.question().equals(question.key()))
                .toList();
    }

    /** What this plan changes of an earlier one: what is new or other in its order, then what is dropped. */
    public List<Change> changesFrom(Plan before) {
        Map<String, Entry> old = before.byKey();
        Map<String, Entry> now = byKey();
        var changes = new ArrayList<Change>();
        for (Entry entry : entries) {
            Entry earlier = old.get(entry.action().key());
            if (earlier == null) {
                changes.add(new Change.Added(entry));
            } else if (!earlier.action().equals(entry.action())) {
                changes.add(new Change.Altered(earlier, entry));
            }
        }
        before.entries().stream()
                .filter(entry -> !now.containsKey(entry.action().key()))
                .forEach(entry -> changes.add(new Change.Dropped(entry)));
        return List.copyOf(changes);
    }

    private Map<String, Entry> byKey() {
        return entries.stream().collect(Collectors.toMap(entry -> entry.action().key(), entry -> entry));
    }
}
