package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Appointment;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.committee.Period;
import de.kreiskonzept.model.committee.SeatCount;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.SeatRule.Option;
import de.kreiskonzept.model.committee.SeatSet;
import de.kreiskonzept.model.committee.Span;
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
 * What people enter for a seat rule, still as text.
 *
 * @param organisations ids
 * @param count fixed, per_committee, per_name or range
 * @param number of seats; the least where it is a range
 * @param most most seats of a range
 * @param setKind kind of the committees that a rule counts
 * @param setNames one name on each line, see {@link NameLines}
 */
public record SeatRuleForm(
        String name,
        List<String> organisations,
        String count,
        String number,
        String most,
        String setKind,
        String setNames,
        boolean chair,
        boolean counted,
        boolean voting,
        String appointment,
        String delegatedBy,
        String deputies,
        String condition,
        String takenUp,
        String from,
        String until) {
    private static final int[] SEATS = {1, SeatCount.MOST};
    private static final int[] LEAST = {0, SeatCount.MOST};
    private static final int[] DEPUTIES = {0, SeatRule.MOST_DEPUTIES};
    private static final String RANGE = "range";
    private static final String PER_COMMITTEE = "per_committee";
    private static final String PER_NAME = "per_name";

    /** All ways to count seats. */
    static final List<String> COUNTS = List.of("fixed", PER_COMMITTEE, PER_NAME, RANGE);

    /** The form for a rule that is not there yet. */
    static SeatRuleForm empty() {
        return new SeatRuleForm(
                "",
                List.of(),
                "fixed",
                "1",
                "",
                CommitteeKind.WORKING_GROUP.text(),
                "",
                false,
                true,
                true,
                Appointment.NAMED.text(),
                "",
                "0",
                "",
                "",
                "",
                "");
    }

    /** The form for voting seats of a group of people; as many as both numbers say, or from one to the other. */
    public static SeatRuleForm named(String name, int least, int most) {
        SeatRuleForm empty = empty();
        boolean exact = least == most;
        return new SeatRuleForm(
                name,
                List.of(),
                exact ? empty.count : RANGE,
                String.valueOf(least),
                exact ? "" : String.valueOf(most),
                "",
                "",
                false,
                true,
                true,
                empty.appointment,
                "",
                empty.deputies,
                "",
                "",
                "",
                "");
    }

    /** Whether it gives as many seats as the other one. */
    public boolean hasSeatsOf(SeatRuleForm other) {
        return count.equals(other.count) && number.equals(other.number) && most.equals(other.most);
    }

    /** The same with as many seats as the other one gives. */
    public SeatRuleForm withSeatsOf(SeatRuleForm other) {
        return new SeatRuleForm(
                name,
                organisations,
                other.count,
                other.number,
                other.most,
                other.setKind,
                other.setNames,
                chair,
                counted,
                voting,
                appointment,
                delegatedBy,
                deputies,
                condition,
                takenUp,
                from,
                until);
    }

    /** The form of a rule as it is. */
    public static SeatRuleForm of(SeatRule rule) {
        Span each = rule.count().each();
        SeatSet set = rule.count() instanceof SeatCount.PerInstance per ? per.set() : null;
        return new SeatRuleForm(
                rule.name(),
                rule.organisations().stream().map(UUID::toString).toList(),
                rule.count().text(),
                String.valueOf(each.least()),
                each.isExact() ? "" : String.valueOf(each.most()),
                set instanceof SeatSet.Reporting(CommitteeKind kind) ? kind.text() : "",
                set instanceof SeatSet.Named named ? NameLines.write(named.instances()) : "",
                rule.chair(),
                rule.counted(),
                rule.voting(),
                rule.appointment().text(),
                Objects.toString(rule.delegatedBy(), ""),
                String.valueOf(rule.deputies()),
                rule.option() == null ? "" : rule.option().condition(),
                rule.option() == null ? "" : Objects.toString(rule.option().takenUp(), ""),
                Objects.toString(rule.period().from(), ""),
                Objects.toString(rule.period().until(), ""));
    }

    static SeatRuleForm of(Map<String, ?> fields) {
        return new SeatRuleForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.list(fields, "organisations"),
                FieldChecks.field(fields, "count"),
                FieldChecks.field(fields, "number"),
                FieldChecks.field(fields, "most"),
                FieldChecks.field(fields, "setKind"),
                FieldChecks.field(fields, "setNames"),
                FieldChecks.field(fields, "chair").equals("ja"),
                FieldChecks.field(fields, "counted").equals("ja"),
                FieldChecks.field(fields, "voting").equals("ja"),
                FieldChecks.field(fields, "appointment"),
                FieldChecks.field(fields, "delegatedBy"),
                FieldChecks.field(fields, "deputies"),
                FieldChecks.field(fields, "condition"),
                FieldChecks.field(fields, "takenUp"),
                FieldChecks.field(fields, "from"),
                FieldChecks.field(fields, "until"));
    }

    /** What is wrong, in the order of the form; {@code known} are the organisations of the directory. */
    FormErrors errors(Texts texts, CommitteeBook book, List<UUID> known) {
        FormErrors errors = FormErrors.none();
        if (name.isBlank()) {
            errors = errors.with("name", texts.text("committee.fault.seatName"));
        }
        errors = Inputs.length(errors, "name", name, TextLimits.NAME, texts);
        if (organisations.size() > SeatRule.MOST_ORGANISATIONS
                || organisations.stream().map(Inputs::id).anyMatch(id -> id == null || !known.contains(id))) {
            errors = errors.with("organisations", texts.text("committee.fault.organisations"));
        }
        errors = countErrors(errors, texts);
        return rest(appointmentErrors(errors, texts, book), texts);
    }

    private FormErrors countErrors(FormErrors before, Texts texts) {
        FormErrors errors = before;
        if (!COUNTS.contains(count)) {
            return errors.with("count", texts.text("committee.fault.count"));
        }
        errors = Inputs.number(errors, "number", number, count.equals(RANGE) ? LEAST : SEATS, texts);
        if (count.equals(RANGE)) {
            errors = Inputs.number(errors, "most", most, SEATS, texts);
            if (Inputs.number(most) > 0 && Inputs.number(most) < Inputs.number(number)) {
                errors = errors.with("most", texts.text("committee.fault.most"));
            }
        }
        if (count.equals(PER_COMMITTEE) && CommitteeKind.find(setKind).isEmpty()) {
            errors = errors.with("setKind", texts.text("committee.fault.setKind"));
        }
        return count.equals(PER_NAME) && !areNames()
                ? errors.with("setNames", texts.text("committee.fault.setNames"))
                : errors;
    }

    private boolean areNames() {
        try {
            return setNames.indexOf('\0') < 0
                    && !new SeatSet.Named(NameLines.read(setNames)).instances().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private FormErrors appointmentErrors(FormErrors errors, Texts texts, CommitteeBook book) {
        if (Appointment.find(appointment).isEmpty()) {
            return errors.with("appointment", texts.text("committee.fault.appointment"));
        }
        UUID from = Inputs.id(delegatedBy);
        return needsDelegating() && (from == null || book.structure().find(from).isEmpty())
                ? errors.with("delegatedBy", texts.text("committee.fault.delegatedBy"))
                : errors;
    }

    private boolean needsDelegating() {
        return appointment.equals(Appointment.DELEGATED.text()) && !count.equals(PER_COMMITTEE);
    }

    private FormErrors rest(FormErrors before, Texts texts) {
        FormErrors errors = Inputs.number(before, "deputies", deputies, DEPUTIES, texts);
        errors = Inputs.length(errors, "condition", condition, TextLimits.NAME, texts);
        errors = Inputs.day(errors, "takenUp", takenUp, texts);
        if (condition.isBlank() && !takenUp.isEmpty()) {
            errors = errors.with("condition", texts.text("committee.fault.condition"));
        }
        errors = Inputs.day(errors, "from", from, texts);
        errors = Inputs.day(errors, "until", until, texts);
        return Inputs.order(errors, "until", from, until, texts);
    }

    /** The rule; there are no errors. */
    SeatRule rule(Slot slot, Instant now, @Nullable SeatRule before) {
        return new SeatRule(
                slot.id(),
                slot.committee(),
                slot.position(),
                name,
                organisations.stream().map(UUID::fromString).toList(),
                seats(),
                chair,
                counted,
                voting,
                Appointment.find(appointment).orElseThrow(),
                needsDelegating() ? Inputs.id(delegatedBy) : null,
                Inputs.number(deputies),
                condition.isBlank() ? null : new Option(condition, Inputs.day(takenUp)),
                new Period(Inputs.day(from), Inputs.day(until)),
                before == null ? now : before.createdAt(),
                now,
                before == null ? 0 : before.version());
    }

    /** Where a rule stands. */
    record Slot(UUID id, UUID committee, int position) {}

    private SeatCount seats() {
        int seats = Inputs.number(number);
        return switch (count) {
            case RANGE -> new SeatCount.Range(new Span(seats, Inputs.number(most)));
            case PER_COMMITTEE ->
                new SeatCount.PerInstance(
                        seats, new SeatSet.Reporting(CommitteeKind.find(setKind).orElseThrow()));
            case PER_NAME -> new SeatCount.PerInstance(seats, new SeatSet.Named(NameLines.read(setNames)));
            default -> new SeatCount.Fixed(seats);
        };
    }
}
