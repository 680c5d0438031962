package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.directory.Likeness;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.directory.OrganisationForm;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.directory.Organisations;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Proposes which organisation a spelling means, and takes what a person has confirmed. */
@Singleton
@InWorkspace
public class Matching {
    /** Chosen for a spelling that is an organisation of its own. */
    public static final String NEW = "neu";

    private final OrganisationStore store;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Texts texts;

    Matching(OrganisationStore store, Organisations organisations, AuditTrail audit, Texts texts) {
        this.store = store;
        this.organisations = organisations;
        this.audit = audit;
        this.texts = texts;
    }

    /**
     * A question: what does this spelling mean?
     *
     * @param measures number of measures with it, 0 where it is not known
     * @param value proposed answer: id of an organisation, {@link #NEW}, or empty for later
     * @param choices probable organisations first
     */
    public record Question(String name, int measures, String value, List<Choice> choices) {}

    /** Questions about spellings that mean no organisation yet; known ones are left out. */
    @InWorkspace(readOnly = true)
    public List<Question> questions(Map<String, Integer> measuresBySpelling) {
        List<Organisation> all = store.list();
        var known = store.listByWords(
                measuresBySpelling.keySet().stream().map(Spelling::words).toList());
        return measuresBySpelling.entrySet().stream()
                .filter(entry -> !known.containsKey(Spelling.words(entry.getKey())))
                .map(entry -> question(entry.getKey(), entry.getValue(), all))
                .toList();
    }

    private Question question(String name, int measures, List<Organisation> all) {
        List<Organisation> probable = probable(name, all);
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of(NEW, texts.text("directory.match.new", name)));
        String near = texts.text("directory.match.probable");
        probable.forEach(
                one -> choices.add(Choice.of(one.id().toString(), one.name()).inGroup(near)));
        String others = texts.text("directory.match.others");
        all.stream()
                .filter(one -> !probable.contains(one))
                .forEach(one ->
                        choices.add(Choice.of(one.id().toString(), one.name()).inGroup(others)));
        String value = probable.isEmpty() ? NEW : probable.getFirst().id().toString();
        return new Question(name, measures, value, choices);
    }

    /** Organisations that a spelling probably means, the most probable first. */
    static List<Organisation> probable(String name, List<Organisation> all) {
        return all.stream()
                .filter(one -> likeness(name, one) >= Likeness.PROBABLE)
                .sorted(Comparator.comparingDouble((Organisation one) -> likeness(name, one))
                        .reversed())
                .toList();
    }

    private static double likeness(String name, Organisation one) {
        return Math.max(Likeness.of(name, one.name()), Likeness.of(name, one.shortName()));
    }

    /**
     * Takes the answers that a person has confirmed, in one transaction.
     *
     * @param answers by the spelling: id of an organisation, {@link #NEW}, or empty for later
     * @return number of spellings that mean an organisation now
     */
    public int confirm(Map<String, String> answers, SignedIn who) {
        var decided = new LinkedHashMap<>(answers);
        decided.values().removeIf(answer -> !answer.equals(NEW) && id(answer).isEmpty());
        if (!decided.isEmpty()) {
            audit.recordAsOne(
                    new Actor(who.accountId(), who.name()),
                    "organisation.matched",
                    "spellings",
                    "",
                    () -> decided.forEach((name, answer) -> take(name, answer, who)));
        }
        return decided.size();
    }

    private void take(String name, String answer, SignedIn who) {
        id(answer)
                .ifPresentOrElse(
                        id -> organisations.name(name, id, who),
                        () -> organisations.create(OrganisationForm.named(name), who));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The answers of a form with the fields {@code name-0}, {@code wahl-0} and so on. */
    public static Map<String, String> answers(Map<String, ?> fields) {
        var answers = new LinkedHashMap<String, String>();
        for (int i = 0; !FieldChecks.field(fields, "name-" + i).isEmpty(); i++) {
            answers.put(FieldChecks.field(fields, "name-" + i), FieldChecks.field(fields, "wahl-" + i));
        }
        return answers;
    }

    /** Two organisations that are probably one. */
    public record Pair(Organisation one, Organisation other) {}

    /** Pairs of organisations that are probably one, by name. */
    @InWorkspace(readOnly = true)
    public List<Pair> doubles() {
        List<Organisation> all = store.list();
        var doubles = new ArrayList<Pair>();
        for (int i = 0; i < all.size(); i++) {
            for (Organisation other : all.subList(i + 1, all.size())) {
                if (likeness(all.get(i).name(), other) >= Likeness.PROBABLE) {
                    doubles.add(new Pair(all.get(i), other));
                }
            }
        }
        return doubles;
    }
}
