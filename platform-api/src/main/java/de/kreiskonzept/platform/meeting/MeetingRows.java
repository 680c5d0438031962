package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.model.meeting.AgendaItem;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.schema.workspace.tables.records.MeetingItemRecord;
import de.kreiskonzept.schema.workspace.tables.records.MeetingRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Rows of meetings as records of the model, and the other way round. */
public final class MeetingRows {
    private MeetingRows() {}

    /** A meeting as stored. */
    public static Meeting meeting(MeetingRecord row) {
        return new Meeting(
                row.getId(),
                row.getCommitteeId(),
                row.getSeriesId(),
                row.getTitle(),
                new Meeting.When(
                        row.getBegins().toInstant(),
                        row.getEnds().toInstant(),
                        row.getLocation(),
                        row.getOnlineLink(),
                        row.getInviteBy()),
                MeetingState.find(row.getState()).orElseThrow(),
                row.getCancelReason(),
                row.getAgendaVersion(),
                new Meeting.Invitations(
                        row.getInvitations(),
                        row.getInvitedAt() == null ? null : row.getInvitedAt().toInstant(),
                        row.getInvitedDigest()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    static MeetingRecord row(Meeting one) {
        var row = new MeetingRecord();
        row.setId(one.id());
        row.setCommitteeId(one.committeeId());
        row.setSeriesId(one.seriesId());
        row.setTitle(one.title());
        row.setBegins(time(one.when().begin()));
        row.setEnds(time(one.when().end()));
        row.setLocation(one.when().location());
        row.setOnlineLink(one.when().onlineLink());
        row.setInviteBy(one.when().inviteBy());
        row.setState(one.state().text());
        row.setCancelReason(one.cancelReason());
        row.setAgendaVersion(one.agendaVersion());
        row.setInvitations(one.invitations().count());
        row.setInvitedAt(timeOrNull(one.invitations().last()));
        row.setInvitedDigest(one.invitations().digest());
        row.setCreatedAt(time(one.createdAt()));
        row.setModifiedAt(time(one.modifiedAt()));
        row.setVersion(one.version());
        return row;
    }

    /** An item as stored. */
    public static AgendaItem item(MeetingItemRecord row) {
        return new AgendaItem(
                row.getId(),
                row.getMeetingId(),
                row.getParentId(),
                row.getPosition(),
                row.getOwnNumber(),
                row.getTitle(),
                row.getText(),
                row.getPublic(),
                row.getNotes(),
                row.getPresent(),
                row.getCarriedFrom(),
                row.getApproves(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    static MeetingItemRecord row(AgendaItem item) {
        var row = new MeetingItemRecord();
        row.setId(item.id());
        row.setMeetingId(item.meetingId());
        row.setParentId(item.parentId());
        row.setPosition(item.position());
        row.setOwnNumber(item.ownNumber());
        row.setTitle(item.title());
        row.setText(item.text());
        row.setPublic(item.isPublic());
        row.setNotes(item.notes());
        row.setPresent(item.present());
        row.setCarriedFrom(item.carriedFrom());
        row.setApproves(item.approves());
        row.setCreatedAt(time(item.createdAt()));
        row.setModifiedAt(time(item.modifiedAt()));
        row.setVersion(item.version());
        return row;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }
}
