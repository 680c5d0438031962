package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.Ballot;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.model.voting.MajorityRule.Outcome;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.model.voting.VoteSentence;
import de.kreiskonzept.model.voting.Votes;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Votes as people enter them, each by the name of its field; an empty one is unknown.
 *
 * @param groups votes by faction or by name, one on each line
 */
public record BallotForm(Map<String, String> numbers, String majority, String groups) {
    /** The numbers in the order of the form. */
    public static final List<String> FIELDS = List.of("yes", "no", "abstained", "biased", "present", "members");

    private static final int DIGITS = 4;

    /** Nothing is known. */
    public static BallotForm empty() {
        return new BallotForm(Map.of(), MajorityRule.SIMPLE.text(), "");
    }

    /** What somebody typed. */
    public static BallotForm of(Map<String, ?> fields) {
        var numbers = new HashMap<String, String>();
        FIELDS.forEach(name -> numbers.put(name, FieldChecks.field(fields, name)));
        String majority = FieldChecks.field(fields, "majority");
        return new BallotForm(
                numbers,
                majority.isEmpty() ? MajorityRule.SIMPLE.text() : majority,
                FieldChecks.field(fields, "groups"));
    }

    /** Votes that were written down before. */
    public static BallotForm of(Ballot ballot) {
        var numbers = new HashMap<String, String>();
        put(numbers, "yes", ballot.votes().yes());
        put(numbers, "no", ballot.votes().no());
        put(numbers, "abstained", ballot.votes().abstained());
        put(numbers, "biased", ballot.votes().biased());
        put(numbers, "present", ballot.votes().present());
        put(numbers, "members", ballot.members());
        return new BallotForm(numbers, ballot.majority().text(), ballot.groups());
    }

    /** What a sentence of minutes says, to be confirmed. */
    public static BallotForm of(VoteSentence said) {
        var numbers = new HashMap<String, String>();
        put(numbers, "yes", said.votes().yes());
        put(numbers, "no", said.votes().no());
        put(numbers, "abstained", said.votes().abstained());
        put(numbers, "biased", said.votes().biased());
        put(numbers, "present", said.votes().present());
        return new BallotForm(numbers, MajorityRule.SIMPLE.text(), String.join("\n", said.against()));
    }

    private static void put(Map<String, String> numbers, String name, @Nullable Integer number) {
        numbers.put(name, number == null ? "" : number.toString());
    }

    /** The text of a number, maybe empty. */
    public String number(String name) {
        return numbers.getOrDefault(name, "");
    }

    /** What is wrong, in the order of the form; numbers that contradict the result, too. */
    public FormErrors errors(FormErrors before, Result result, Texts texts) {
        FormErrors errors = before;
        for (String name : FIELDS) {
            if (!number(name).isEmpty() && !number(name).matches("[0-9]{1," + DIGITS + "}")) {
                errors = errors.with(name, texts.text("voting.fault.number"));
            }
        }
        if (MajorityRule.find(majority).isEmpty()) {
            errors = errors.with("majority", texts.text("voting.fault.majority"));
        }
        errors = errors.withLimit("groups", groups, TextLimits.BODIES, texts);
        return errors.errors().size() > before.errors().size() ? errors : sums(errors, result, texts);
    }

    private FormErrors sums(FormErrors before, Result result, Texts texts) {
        Integer present = find("present");
        Integer members = find("members");
        if (present != null && known("yes") + known("no") + known("abstained") > present) {
            return before.with("present", texts.text("voting.fault.present", present));
        }
        if (present != null && members != null && present > members) {
            return before.with("members", texts.text("voting.fault.members"));
        }
        if (result == Result.UNANIMOUS && known("no") > 0) {
            return before.with("no", texts.text("voting.fault.unanimous"));
        }
        Outcome outcome = ballot().outcome();
        if (result.approves() && outcome == Outcome.NOT_CARRIED) {
            return before.with("result", texts.text("voting.fault.notCarried"));
        }
        return result == Result.REJECTED && outcome == Outcome.CARRIED
                ? before.with("result", texts.text("voting.fault.carried"))
                : before;
    }

    /** Whether any number was entered. */
    public boolean isEmpty() {
        return numbers.values().stream().allMatch(String::isEmpty) && groups.isEmpty();
    }

    /** The votes; there are no errors. */
    public Ballot ballot() {
        return new Ballot(
                new Votes(find("yes"), find("no"), find("abstained"), find("biased"), find("present")),
                find("members"),
                MajorityRule.find(majority).orElseThrow(),
                groups);
    }

    private @Nullable Integer find(String name) {
        return number(name).isEmpty() ? null : Integer.valueOf(number(name));
    }

    private int known(String name) {
        Integer number = find(name);
        return number == null ? 0 : number;
    }
}
