package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.Hindrance;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.MeetingState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A meeting as one person may see it.
 *
 * @param linked its agenda, without what is not public where the person may not see it
 * @param insight of the person
 */
public record MeetingSheet(
        MeetingStore.Listed listed, AgendaStore.Linked linked, Insight insight, Instant now, ZoneId zone) {
    /** Whether the person sees what is not public at this meeting; while it is only planned, that is a draft. */
    public boolean all() {
        return isAll(listed.meeting(), insight);
    }

    static boolean isAll(Meeting meeting, Insight insight) {
        UUID committee = meeting.committeeId();
        return meeting.state() == MeetingState.PLANNED ? insight.prepares(committee) : insight.reads(committee);
    }

    /** Whether the person belongs to the committee, or leads all of this. */
    public boolean inside() {
        return insight.reads(meeting().committeeId());
    }

    /** Whether the person sees what is being prepared for this meeting. */
    public boolean drafts() {
        return insight.prepares(meeting().committeeId());
    }

    /** Papers that are dealt with under an item and that the person may read. */
    public List<TabledPaper> papers(UUID item) {
        return linked.papers().getOrDefault(item, List.of()).stream()
                .filter(paper -> drafts() || (paper.submitted() && (inside() || paper.open())))
                .toList();
    }

    /** The meeting. */
    public Meeting meeting() {
        return listed.meeting();
    }

    /** The committee it is of. */
    public Committee committee() {
        return listed.committee();
    }

    /** Its agenda as the person may see it. */
    public Agenda agenda() {
        return linked.agenda();
    }

    /** The day it is on. */
    public LocalDate day() {
        return meeting().when().begin().atZone(zone).toLocalDate();
    }

    /** Name of the committee on that day. */
    public String committeeName() {
        return committee().nameOn(day());
    }

    /** What keeps it from a state. */
    public List<Hindrance> hindrances(MeetingState target) {
        return meeting().hindrances(target, listed.facts(now));
    }

    /** What tells whether the meeting or its agenda has changed in what an invitation says. */
    public String digest() {
        Meeting.When when = meeting().when();
        return Sha256.hex(Stream.concat(
                        Stream.of(meeting().title(), when.begin(), when.end(), when.location(), when.onlineLink()),
                        agenda().lines().stream()
                                .map(line -> line.number() + line.item().title() + line.isOpen()))
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
    }

    /** Whether people have been invited to something else; for those who see everything. */
    public boolean isChangedSinceInvitation() {
        return meeting().invitations().count() > 0
                && !meeting().invitations().digest().equals(digest());
    }

    /** Whether its agenda may still be changed. */
    public boolean isOpen() {
        return isOpen(meeting());
    }

    /** Whether agenda, attendance and notes of this meeting may still be changed. */
    public static boolean isOpen(Meeting meeting) {
        return meeting.state() != MeetingState.CLOSED && meeting.state() != MeetingState.CANCELLED;
    }
}
