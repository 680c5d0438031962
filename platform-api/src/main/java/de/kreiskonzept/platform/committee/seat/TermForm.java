package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a term of office, still as text.
 *
 * @param seat id of the rule and key of the instance, with | between them
 * @param person id of somebody who is known already; empty for somebody new
 * @param name of somebody new
 * @param organisation id, of somebody new; maybe empty
 * @param deputyOf id of the term of whom the person stands in for; empty for who holds the seat
 */
public record TermForm(
        String seat, String person, String name, String organisation, String from, String until, String deputyOf) {
    static TermForm of(TermOfOffice term) {
        return new TermForm(
                term.ruleId() + "|" + term.instance(),
                term.personId().toString(),
                "",
                "",
                term.from().toString(),
                Objects.toString(term.until(), ""),
                Objects.toString(term.deputyOf(), ""));
    }

    static TermForm of(Map<String, ?> fields) {
        return new TermForm(
                FieldChecks.field(fields, "seat"),
                FieldChecks.field(fields, "person"),
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "organisation"),
                FieldChecks.field(fields, "from"),
                FieldChecks.field(fields, "until"),
                FieldChecks.field(fields, "deputyOf"));
    }

    /** The same for another seat. */
    TermForm withSeat(String other) {
        return new TermForm(other, person, name, organisation, from, until, deputyOf);
    }

    /** The same for who stands in for the holder of this term; null for who holds the seat. */
    TermForm withDeputyOf(@Nullable UUID holder) {
        return new TermForm(seat, person, name, organisation, from, until, Objects.toString(holder, ""));
    }

    /** Whether the person is not known yet. */
    boolean isNewPerson() {
        return person.isEmpty();
    }

    /** What is wrong, in the order of the form; {@code known} are the organisations of the directory. */
    FormErrors errors(Texts texts, CommitteeBook book, Target target, List<UUID> known) {
        FormErrors errors = FormErrors.none();
        if (!isSeat(book, target.committee())) {
            errors = errors.with("seat", texts.text("committee.fault.seat"));
        }
        errors = personErrors(errors, texts, book, known);
        if (Inputs.findDay(from).isEmpty()) {
            errors = errors.with("from", texts.text("committee.fault.day"));
        }
        errors = Inputs.day(errors, "until", until, texts);
        errors = Inputs.order(errors, "until", from, until, texts);
        return errors.isEmpty() ? againstOthers(texts, book, target) : errors;
    }

    /** Which committee a term is of, and its id; null for a new one. */
    record Target(UUID committee, @Nullable UUID term) {}

    private boolean isSeat(CommitteeBook book, UUID committee) {
        UUID rule = ruleId();
        return rule != null
                && book.structure().rulesOf(committee).stream()
                        .filter(one -> one.id().equals(rule))
                        .anyMatch(one -> Seats.keys(book, one).contains(instance()));
    }

    private FormErrors personErrors(FormErrors before, Texts texts, CommitteeBook book, List<UUID> known) {
        FormErrors errors = before;
        if (!isNewPerson()) {
            return book.personName(Objects.requireNonNullElse(Inputs.id(person), new UUID(0, 0)))
                            .isEmpty()
                    ? errors.with("person", texts.text("committee.fault.person"))
                    : errors;
        }
        if (name.isBlank()) {
            errors = errors.with("name", texts.text("committee.fault.personName"));
        }
        errors = Inputs.length(errors, "name", name, TextLimits.NAME, texts);
        UUID chosen = Inputs.id(organisation);
        return organisation.isEmpty() || (chosen != null && known.contains(chosen))
                ? errors
                : errors.with("organisation", texts.text("committee.fault.organisation"));
    }

    private FormErrors againstOthers(Texts texts, CommitteeBook book, Target target) {
        TermOfOffice mine =
                term(target.term() == null ? new UUID(0, 0) : target.term(), personId(), Instant.EPOCH, null);
        List<TermOfOffice> others = book.structure().terms().stream()
                .filter(term -> !term.id().equals(mine.id()) && overlap(term, mine))
                .toList();
        if (others.stream()
                .anyMatch(term -> sameSeat(term, mine)
                        && !isNewPerson()
                        && term.personId().equals(mine.personId()))) {
            return FormErrors.none().with("person", texts.text("committee.fault.twice"));
        }
        UUID holder = mine.deputyOf();
        if (holder == null) {
            return FormErrors.none();
        }
        long deputies =
                others.stream().filter(term -> holder.equals(term.deputyOf())).count();
        SeatRule rule = book.getRule(mine.ruleId());
        return deputies >= rule.deputies()
                ? FormErrors.none().with("from", texts.text("committee.fault.deputies", rule.deputies()))
                : FormErrors.none();
    }

    private static boolean sameSeat(TermOfOffice one, TermOfOffice other) {
        return one.ruleId().equals(other.ruleId()) && one.instance().equals(other.instance());
    }

    private static boolean overlap(TermOfOffice one, TermOfOffice other) {
        return (one.until() == null || !one.until().isBefore(other.from()))
                && (other.until() == null || !other.until().isBefore(one.from()));
    }

    private @Nullable UUID ruleId() {
        return Inputs.id(seat.contains("|") ? seat.substring(0, seat.indexOf('|')) : seat);
    }

    private String instance() {
        return seat.substring(seat.indexOf('|') + 1);
    }

    /** The person that was chosen. */
    UUID personId() {
        return Objects.requireNonNullElse(Inputs.id(person), new UUID(0, 0));
    }

    /** The term of this person; there are no errors. */
    TermOfOffice term(UUID id, UUID personId, Instant now, @Nullable TermOfOffice before) {
        return new TermOfOffice(
                id,
                Objects.requireNonNull(ruleId()),
                instance(),
                personId,
                Inputs.findDay(from).orElseThrow(),
                Inputs.day(until),
                Inputs.id(deputyOf),
                before == null ? now : before.createdAt(),
                now,
                before == null ? 0 : before.version());
    }
}
