package de.kreiskonzept.model.meeting;

import de.kreiskonzept.model.committee.Composition;
import de.kreiskonzept.model.committee.SeatGroup;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.model.voting.Quorum;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may vote at a meeting. A deputy counts only where the one who holds the seat is not there, and nobody counts twice.
 *
 * @param voting members with a vote
 * @param present of them, or their deputies; null while nobody has noted who was there
 * @param standIns whom a person stood in for, by the person
 * @param idle deputies who were there beside the one they stand in for
 */
public record Presence(int voting, @Nullable Integer present, Map<UUID, UUID> standIns, Set<UUID> idle) {
    /** Reads it from who was there, by persons. */
    public static Presence of(Composition composition, Map<UUID, Attendance> attendance) {
        var used = new HashSet<UUID>();
        var standIns = new LinkedHashMap<UUID, UUID>();
        List<SeatGroup> groups = composition.groups();
        int present = 0;
        for (SeatGroup group : groups) {
            for (TermOfOffice holder : group.holders()) {
                if (is(attendance, holder)
                        && used.add(holder.personId())
                        && group.rule().voting()) {
                    present++;
                }
            }
        }
        for (SeatGroup group : groups) {
            for (TermOfOffice holder : group.holders()) {
                Optional<UUID> deputy =
                        is(attendance, holder) ? Optional.empty() : deputy(group, holder, attendance, used);
                if (deputy.isPresent()) {
                    used.add(deputy.get());
                    standIns.put(deputy.get(), holder.personId());
                    present += group.rule().voting() ? 1 : 0;
                }
            }
        }
        var idle = new HashSet<UUID>();
        groups.stream()
                .flatMap(group -> group.deputies().stream())
                .filter(term -> is(attendance, term) && !used.contains(term.personId()))
                .forEach(term -> idle.add(term.personId()));
        boolean known = attendance.values().stream().anyMatch(one -> one != Attendance.UNKNOWN);
        return new Presence(composition.voting(), known ? present : null, standIns, idle);
    }

    private static Optional<UUID> deputy(
            SeatGroup group, TermOfOffice holder, Map<UUID, Attendance> attendance, Set<UUID> used) {
        return group.deputiesOf(holder).stream()
                .filter(term -> is(attendance, term))
                .map(TermOfOffice::personId)
                .filter(person -> !used.contains(person))
                .findFirst();
    }

    private static boolean is(Map<UUID, Attendance> attendance, TermOfOffice term) {
        return attendance.get(term.personId()) == Attendance.PRESENT;
    }

    /**
     * Whether the committee could decide.
     *
     * @param item members with a vote who were there for one item; null where it is the number of the whole meeting
     * @return empty where it cannot be said
     */
    public Optional<Boolean> isQuorate(Quorum quorum, @Nullable Integer item) {
        return quorum.isMet(item == null ? present : item, OptionalInt.of(voting));
    }
}
