package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.committee.SeatFinding.Expired;
import de.kreiskonzept.model.committee.SeatFinding.OverFilled;
import de.kreiskonzept.model.committee.SeatFinding.Vacant;
import de.kreiskonzept.model.committee.SeatSet.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Seats of one rule for one instance of its set on a day.
 *
 * @param should seats that there are to be; none while the condition of the rule is not met
 * @param option seats that there would be once it is met; the same as {@code should} where it is, or where there is none
 * @param holders terms that hold on the day, by their first days
 * @param deputies terms of deputies that hold on the day, by their first days
 * @param former terms of holders that have ended, the last one first
 */
public record SeatGroup(
        SeatRule rule,
        Instance instance,
        Span should,
        Span option,
        List<TermOfOffice> holders,
        List<TermOfOffice> deputies,
        List<TermOfOffice> former) {
    private static final Comparator<TermOfOffice> BEGIN =
            Comparator.comparing(TermOfOffice::from).thenComparing(TermOfOffice::id);
    private static final Comparator<TermOfOffice> LAST =
            Comparator.comparing(SeatGroup::end).reversed().thenComparing(TermOfOffice::id);

    /** The seats with those of the terms that are for this instance. */
    static SeatGroup of(SeatRule rule, Instance instance, Span option, List<TermOfOffice> terms, LocalDate day) {
        List<TermOfOffice> own = terms.stream()
                .filter(term -> term.ruleId().equals(rule.id()))
                .filter(term -> term.instance().equals(instance.key()))
                .sorted(BEGIN)
                .toList();
        return new SeatGroup(
                rule,
                instance,
                rule.isTakenUp(day) ? option : Span.NONE,
                option,
                own.stream().filter(term -> !term.isDeputy() && term.holds(day)).toList(),
                own.stream().filter(term -> term.isDeputy() && term.holds(day)).toList(),
                own.stream()
                        .filter(term -> !term.isDeputy() && term.period().isBefore(day))
                        .sorted(LAST)
                        .toList());
    }

    private static LocalDate end(TermOfOffice term) {
        return term.until() == null ? LocalDate.MAX : term.until();
    }

    /** Deputies of one who holds a seat. */
    public List<TermOfOffice> deputiesOf(TermOfOffice holder) {
        return deputies.stream()
                .filter(term -> holder.id().equals(term.deputyOf()))
                .toList();
    }

    /** Seats without anybody. */
    public int missing() {
        return Math.max(0, should.least() - holders.size());
    }

    /** Seats that are missing or too many; an empty seat that somebody has left is told with that term. */
    List<SeatFinding> findings() {
        var findings = new ArrayList<SeatFinding>();
        List<TermOfOffice> left = former.stream()
                .filter(term -> holders.stream().noneMatch(now -> now.personId().equals(term.personId())))
                .limit(missing())
                .toList();
        left.forEach(term -> findings.add(new Expired(rule, instance, term)));
        if (missing() > left.size()) {
            findings.add(new Vacant(rule, instance, missing() - left.size()));
        }
        if (holders.size() > should.most()) {
            findings.add(new OverFilled(rule, instance, holders.size() - should.most()));
        }
        return findings;
    }
}
