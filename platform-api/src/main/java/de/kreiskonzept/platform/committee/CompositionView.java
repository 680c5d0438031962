package de.kreiskonzept.platform.committee;

import de.kreiskonzept.model.committee.Composition;
import de.kreiskonzept.model.committee.SeatGroup;
import de.kreiskonzept.model.committee.Span;
import de.kreiskonzept.model.committee.TermOfOffice;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seats of a committee on a day as programs read them.
 *
 * @param should seats that there are to be
 * @param withOptions seats that there would be if all conditions were met
 * @param voting people who may vote
 * @param findings sentences
 */
@Serdeable
@Schema(name = "Composition")
record CompositionView(
        String committeeId,
        LocalDate day,
        SpanView should,
        SpanView withOptions,
        int filled,
        int missing,
        int voting,
        List<GroupView> groups,
        List<String> findings) {
    static CompositionView of(Composition composition, CommitteeWords words) {
        return new CompositionView(
                composition.committee().id().toString(),
                composition.day(),
                SpanView.of(composition.should()),
                SpanView.of(composition.withOptions()),
                composition.filled(),
                composition.missing(),
                composition.voting(),
                composition.groups().stream()
                        .map(group -> GroupView.of(group, words))
                        .toList(),
                composition.findings().stream().map(words::sentence).toList());
    }

    /** A number of seats; the same twice where it is exact. */
    @Serdeable
    @Schema(name = "SeatSpan")
    record SpanView(int least, int most) {
        static SpanView of(Span span) {
            return new SpanView(span.least(), span.most());
        }
    }

    /**
     * Seats of one rule for one instance of its set.
     *
     * @param instance empty where the rule has no set
     * @param name for whom the seats are
     */
    @Serdeable
    @Schema(name = "SeatGroup")
    record GroupView(
            String ruleId, String instance, String name, SpanView should, SpanView option, List<HolderView> holders) {
        static GroupView of(SeatGroup group, CommitteeWords words) {
            return new GroupView(
                    group.rule().id().toString(),
                    group.instance().key(),
                    words.seat(group.rule(), group.instance()),
                    SpanView.of(group.should()),
                    SpanView.of(group.option()),
                    group.holders().stream()
                            .map(holder -> HolderView.of(holder, group, words))
                            .toList());
        }
    }

    /**
     * Somebody who holds a seat.
     *
     * @param name empty where it is deleted or not for this reader
     * @param deputies names
     */
    @Serdeable
    @Schema(name = "SeatHolder")
    record HolderView(
            String termId,
            String name,
            String organisation,
            LocalDate from,
            @Nullable LocalDate until,
            List<String> deputies) {
        static HolderView of(TermOfOffice term, SeatGroup group, CommitteeWords words) {
            CommitteeBook book = words.book();
            return new HolderView(
                    term.id().toString(),
                    book.personName(term.personId()),
                    book.organisationOf(term.personId()),
                    term.from(),
                    term.until(),
                    group.deputiesOf(term).stream()
                            .map(deputy -> book.personName(deputy.personId()))
                            .toList());
        }
    }
}
