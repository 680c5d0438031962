package de.kreiskonzept.model.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Seats of a committee on a day: what the rules say, and who holds them.
 *
 * @param groups in the order of the rules
 * @param findings empty for a committee that is not active on the day
 */
public record Composition(Committee committee, LocalDate day, List<SeatGroup> groups, List<SeatFinding> findings) {
    /** Keeps the lists as they are. */
    public Composition {
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
    }

    /** Seats that there are to be. */
    public Span should() {
        return sum(SeatGroup::should);
    }

    /** Seats that there would be if all conditions were met. */
    public Span withOptions() {
        return sum(SeatGroup::option);
    }

    /** Seats that somebody holds. */
    public int filled() {
        return groups.stream()
                .filter(group -> group.rule().counted())
                .mapToInt(group -> group.holders().size())
                .sum();
    }

    /** People who may vote, whether their seat is counted or not. */
    public int voting() {
        return groups.stream()
                .filter(group -> group.rule().voting())
                .mapToInt(group -> group.holders().size())
                .sum();
    }

    /** Seats without anybody. */
    public int missing() {
        return groups.stream()
                .filter(group -> group.rule().counted())
                .mapToInt(SeatGroup::missing)
                .sum();
    }

    private Span sum(Function<SeatGroup, Span> part) {
        return groups.stream().filter(group -> group.rule().counted()).map(part).reduce(Span.NONE, Span::plus);
    }
}
