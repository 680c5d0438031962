package de.kreiskonzept.platform.document.committee;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Composition;
import de.kreiskonzept.model.committee.SeatGroup;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeWords;
import de.kreiskonzept.platform.document.Grid;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The seats of all committees on a day: a row for everybody who holds one or stands in, and one for each seat without anybody. */
record SeatTable(CommitteeBook book, LocalDate day, Texts texts) {
    private static final List<String> HEAD = List.of(
            "documentCommittee.committee",
            "committee.field.seat",
            "committee.field.organisation",
            "committee.field.personName",
            "documentCommittee.role",
            "committee.field.voting",
            "committee.field.from",
            "committee.field.until");

    Grid grid() {
        return new Grid(
                texts.text("committee.seats"),
                HEAD.stream().map(texts::text).toList(),
                book.tree(day).stream().flatMap(this::rows).toList());
    }

    private Stream<List<Object>> rows(CommitteeBook.Node node) {
        Composition composition = node.composition();
        return Stream.concat(
                composition.groups().stream().flatMap(group -> rows(composition, group)),
                node.below().stream().flatMap(this::rows));
    }

    private Stream<List<Object>> rows(Composition composition, SeatGroup group) {
        String committee = composition.committee().nameOn(day);
        Stream<List<Object>> held = group.holders().stream()
                .flatMap(holder -> Stream.concat(Stream.of(holder), group.deputiesOf(holder).stream()))
                .map(term -> row(committee, group, term));
        Stream<List<Object>> vacant = IntStream.range(0, group.missing()).mapToObj(_ -> row(committee, group, null));
        return Stream.concat(held, vacant);
    }

    private List<Object> row(String committee, SeatGroup group, @Nullable TermOfOffice term) {
        var words = new CommitteeWords(texts, book, day);
        return List.of(
                committee,
                words.seat(group.rule(), group.instance()),
                organisation(group, term),
                term == null ? "" : words.person(term.personId()),
                role(group, term),
                texts.text(group.rule().voting() ? "documentCommittee.yes" : "documentCommittee.no"),
                term == null ? "" : words.date(term.from()),
                term == null ? "" : words.date(term.until()));
    }

    private String organisation(SeatGroup group, @Nullable TermOfOffice term) {
        String own = term == null ? "" : book.organisationOf(term.personId());
        return own.isEmpty() ? String.join(", ", book.organisationsOf(group.rule())) : own;
    }

    private String role(SeatGroup group, @Nullable TermOfOffice term) {
        if (term != null && term.isDeputy()) {
            return texts.text("committee.person.deputy");
        }
        return texts.text(group.rule().chair() ? "committee.chair" : "documentCommittee.member");
    }
}
