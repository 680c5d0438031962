package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.measure.TimeFrame;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step of a county's process. Its place in the order says nothing about its dates.
 *
 * @param parentId step that it is part of; null for a step by itself
 * @param title not blank
 * @param explanation what happens, maybe empty
 * @param from when it begins, null where that is not known
 * @param until when it ends, null where that is not known or it stays open
 * @param participation whether people outside the office take part in it
 * @param responsible offices or committees, one on each line; maybe empty
 * @param evidence what shows that it was taken, such as an address or a resolution; maybe empty
 * @param owner account that looks after it and may change it, null where only the lead does
 */
public record Step(
        UUID id,
        UUID processId,
        @Nullable UUID parentId,
        String title,
        String explanation,
        @Nullable Moment from,
        @Nullable Moment until,
        StepState state,
        boolean participation,
        String responsible,
        String evidence,
        Precondition precondition,
        Gathering gathering,
        @Nullable UUID owner,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if a limit is not kept, or it ends before it begins */
    public Step {
        TextLimits.required(title, TextLimits.NAME, "title");
        TextLimits.optional(explanation, TextLimits.TEXT, "explanation");
        TextLimits.optional(responsible, TextLimits.TEXT, "responsible");
        TextLimits.optional(evidence, TextLimits.TEXT, "evidence");
        if (from != null && until != null && until.end().isBefore(from.start())) {
            throw new IllegalArgumentException("until: before from");
        }
    }

    /** Whether it should be finished by now and is not. */
    public boolean isLate(LocalDate today) {
        return state.isOpen() && until != null && until.end().isBefore(today);
    }

    /** Whether it should have begun by now and has not. */
    public boolean isDue(LocalDate today) {
        return state == StepState.PLANNED && from != null && !from.start().isAfter(today) && !isLate(today);
    }

    /** When it is, in words such as "03/2016 bis 2017"; empty where no date is known. */
    public String when() {
        return from == null && until == null ? "" : new TimeFrame.Span(from, until).text();
    }

    /** Those of its dates that are known: none, one or both. */
    public Stream<Moment> moments() {
        return Stream.of(Optional.ofNullable(from), Optional.ofNullable(until)).flatMap(Optional::stream);
    }

    private @Nullable LocalDate firstDay() {
        return from != null ? from.start() : until == null ? null : until.start();
    }

    private @Nullable LocalDate lastDay() {
        return until != null ? until.end() : from == null ? null : from.end();
    }

    /** Whether both have dates, and this one begins later. */
    public boolean isLaterThan(Step other) {
        LocalDate mine = firstDay();
        LocalDate theirs = other.firstDay();
        return mine != null && theirs != null && mine.isAfter(theirs);
    }

    /** By how many whole months the end of another state of this step lies later; negative where it lies earlier, 0 without dates. */
    public long monthsTo(Step changed) {
        LocalDate before = lastDay();
        LocalDate after = changed.lastDay();
        return before == null || after == null
                ? 0
                : ChronoUnit.MONTHS.between(YearMonth.from(before), YearMonth.from(after));
    }

    /**
     * The step so many months later or earlier. A day that the month does not have becomes its last one. What has begun, is finished or
     * dropped keeps its dates.
     */
    public Step shifted(long months, Instant now) {
        if (state != StepState.PLANNED || months == 0) {
            return this;
        }
        return new Step(
                id,
                processId,
                parentId,
                title,
                explanation,
                shifted(from, Moment::start, months),
                shifted(until, Moment::end, months),
                state,
                participation,
                responsible,
                evidence,
                precondition,
                gathering,
                owner,
                createdAt,
                now,
                version);
    }

    private static @Nullable Moment shifted(@Nullable Moment moment, Function<Moment, LocalDate> edge, long months) {
        if (moment == null) {
            return null;
        }
        LocalDate day = edge.apply(moment).plusMonths(months);
        return switch (moment.precision()) {
            case DAY -> new Moment(day, Moment.Precision.DAY);
            case MONTH -> Moment.month(day.getYear(), day.getMonthValue());
            case YEAR -> Moment.year(day.getYear());
        };
    }
}
