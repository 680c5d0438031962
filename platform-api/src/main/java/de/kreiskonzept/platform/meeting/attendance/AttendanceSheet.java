package de.kreiskonzept.platform.meeting.attendance;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Composition;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.committee.SeatGroup;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.model.meeting.Answer;
import de.kreiskonzept.model.meeting.Attendance;
import de.kreiskonzept.model.meeting.Participant;
import de.kreiskonzept.model.meeting.Presence;
import de.kreiskonzept.model.voting.Quorum;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with everybody who may come.
 *
 * @param seats of its day
 * @param known participants that anything is noted of
 */
public record AttendanceSheet(MeetingSheet sheet, CommitteeBook book, Composition seats, List<Participant> known) {
    /**
     * Somebody who may come.
     *
     * @param key id of the person, or of the row of a guest
     * @param seat for whom the seat is; empty for a guest and for who has left the committee
     * @param deputyOf the person whom this one stands in for; null for nobody
     */
    public record Line(
            UUID key,
            String name,
            String mail,
            String seat,
            @Nullable UUID deputyOf,
            boolean voting,
            boolean guest) {}

    /** Everybody who holds a seat, each followed by the deputies; then guests. Nobody stands here twice. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        var seen = new HashSet<UUID>();
        for (SeatGroup group : seats.groups()) {
            for (TermOfOffice holder : group.holders()) {
                add(lines, seen, group, holder, null);
                group.deputiesOf(holder).forEach(deputy -> add(lines, seen, group, deputy, holder.personId()));
            }
        }
        for (Participant one : known) {
            UUID person = one.personId();
            Participant.Guest guest = one.guest();
            if (guest != null) {
                lines.add(new Line(one.id(), guest.name(), guest.mail(), "", null, false, true));
            } else if (person != null && seen.add(person)) {
                lines.add(new Line(person, book.personName(person), mail(person), "", null, false, false));
            }
        }
        return lines;
    }

    private void add(
            List<Line> lines, HashSet<UUID> seen, SeatGroup group, TermOfOffice term, @Nullable UUID deputyOf) {
        UUID person = term.personId();
        if (seen.add(person)) {
            String seat = group.instance().name().isEmpty()
                    ? group.rule().name()
                    : group.rule().name() + ": " + group.instance().name();
            lines.add(new Line(
                    person,
                    book.personName(person),
                    mail(person),
                    seat,
                    deputyOf,
                    group.rule().voting(),
                    false));
        }
    }

    private String mail(UUID person) {
        return Optional.ofNullable(book.people().get(person)).map(Person::mail).orElse("");
    }

    /** What is noted of somebody. */
    public Optional<Participant> find(UUID key) {
        return known.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Whether somebody was there. */
    public Attendance attendance(UUID key) {
        return find(key).map(Participant::attendance).orElse(Attendance.UNKNOWN);
    }

    /** What somebody said to the invitation. */
    public Answer answer(UUID key) {
        return find(key).map(Participant::answer).orElse(Answer.NONE);
    }

    /** Who may vote. */
    public Presence presence() {
        Map<UUID, Attendance> noted = new HashMap<>();
        known.forEach(one -> noted.put(one.key(), one.attendance()));
        return Presence.of(seats, noted);
    }

    /** Name of somebody, or a word for whose name is not shown. */
    public String name(Texts texts, Line line) {
        return line.name().isEmpty() ? texts.text("committee.nameless") : line.name();
    }

    /** As what somebody comes. */
    public String role(Texts texts, Line line) {
        if (line.guest()) {
            return texts.text("attendance.role.guest");
        }
        UUID holder = line.deputyOf();
        String seat = line.seat().isEmpty() ? texts.text("attendance.role.none") : line.seat();
        String who = holder == null
                ? seat
                : texts.text(
                        presence().standIns().containsKey(line.key())
                                ? "attendance.role.standsIn"
                                : "attendance.role.deputy",
                        book.personName(holder).isEmpty() ? texts.text("committee.nameless") : book.personName(holder),
                        seat);
        return line.voting() ? who : who + ", " + texts.text("committee.advisory");
    }

    /** Key of the words that say whether the committee could decide, for the whole meeting or for one item. */
    public String quorumKey(@Nullable Integer item) {
        if (sheet.committee().quorum() == Quorum.NONE) {
            return "attendance.quorum.none";
        }
        return presence()
                .isQuorate(sheet.committee().quorum(), item)
                .map(is -> is ? "attendance.quorum.yes" : "attendance.quorum.no")
                .orElse("attendance.quorum.unknown");
    }

    /** What tells whether anybody has changed something since a form was opened. */
    public String mark() {
        return Sha256.hex(known.stream()
                        .map(one -> one.id() + " " + one.version())
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + sheet.agenda().lines().stream()
                        .map(line -> line.item().id() + " " + line.item().present())
                        .collect(Collectors.joining("\n")));
    }
}
