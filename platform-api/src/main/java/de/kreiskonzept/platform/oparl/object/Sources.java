package de.kreiskonzept.platform.oparl.object;

import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.resolution.Attachment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the objects of a county: committees with all that hangs on them, and of meetings and papers those that anybody may
 * know of.
 */
public record Sources(CouncilRelease release, CommitteeBook book, List<Sitting> sittings, List<Submitted> papers) {
    /**
     * A meeting that people were invited to or that took place.
     *
     * @param agenda all of it, also what is not public
     */
    public record Sitting(Meeting meeting, Agenda agenda) {}

    /**
     * A paper whose committees all deal with it in public.
     *
     * @param turns of public committees
     * @param files that the product made and sent with it
     */
    public record Submitted(CouncilPaper paper, List<Turn> turns, List<Attachment> files) {}

    /**
     * A committee's turn.
     *
     * @param item of an agenda, public or not, under which the committee deals with the paper; null where nobody has said so
     * @param decision null where there is none that is public
     */
    public record Turn(
            Consultation consultation,
            @Nullable UUID item,
            @Nullable CouncilDecision decision) {}

    /**
     * The meeting of a turn: that of its item if that is public, the one of the committee on its day where no item is known; else empty.
     */
    Optional<Sitting> findSitting(Turn turn, ZoneId zone) {
        List<Sitting> found = sittings.stream()
                .filter(one -> turn.item() == null ? isOn(one, turn.consultation(), zone) : hasOpen(one, turn.item()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isOn(Sitting sitting, Consultation turn, ZoneId zone) {
        LocalDate day = sitting.meeting().when().begin().atZone(zone).toLocalDate();
        return sitting.meeting().committeeId().equals(turn.committeeId()) && day.equals(turn.day());
    }

    private static boolean hasOpen(Sitting sitting, UUID item) {
        return sitting.agenda().open().lines().stream()
                .anyMatch(line -> line.item().id().equals(item));
    }

    /** The item of a turn if it is public. */
    Optional<UUID> findItem(Turn turn) {
        UUID item = turn.item();
        return Optional.ofNullable(item).filter(known -> sittings.stream().anyMatch(one -> hasOpen(one, known)));
    }
}
