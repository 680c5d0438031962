package de.kreiskonzept.platform.resolution.chain;

import static de.kreiskonzept.schema.workspace.Tables.MEETING;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_MINUTES;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_CORRECTION;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.resolution.Ballot;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.model.voting.Votes;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.agenda.Place;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ResolutionCorrectionRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL of results that were corrected; what is written here stays. */
@Singleton
@InWorkspace
class CorrectionStore {
    private final DSLContext dsl;
    private final Clock clock;

    CorrectionStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** What stood there before, the first result first. */
    @InWorkspace(readOnly = true)
    List<Former> list(UUID turn) {
        return dsl.selectFrom(RESOLUTION_CORRECTION)
                .where(RESOLUTION_CORRECTION.CONSULTATION_ID.eq(turn))
                .orderBy(RESOLUTION_CORRECTION.CREATED_AT, RESOLUTION_CORRECTION.ID)
                .fetch(CorrectionStore::former);
    }

    /** Keeps the result of a turn as it is now. */
    void keep(Turn turn, String reason, SignedIn who) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Ballot ballot =
                turn.decision() == null ? Ballot.UNKNOWN : turn.decision().ballot();
        ResolutionCorrectionRecord row = row(ballot);
        row.setId(Ids.create(clock));
        row.setConsultationId(turn.consultation().id());
        row.setResult(turn.consultation().result().text());
        row.setDay(turn.consultation().day());
        row.setBody(turn.decision() == null ? "" : turn.decision().text());
        row.setReason(reason);
        row.setAuthor(who.name());
        row.setAccountId(who.accountId());
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        dsl.insertInto(RESOLUTION_CORRECTION).set(row).execute();
    }

    private static ResolutionCorrectionRecord row(Ballot ballot) {
        var row = new ResolutionCorrectionRecord();
        row.setYes(ballot.votes().yes());
        row.setNo(ballot.votes().no());
        row.setAbstained(ballot.votes().abstained());
        row.setBiased(ballot.votes().biased());
        row.setPresent(ballot.votes().present());
        row.setMembers(ballot.members());
        row.setGroups(ballot.groups());
        row.setMajority(ballot.majority().text());
        return row;
    }

    private static Former former(ResolutionCorrectionRecord row) {
        return new Former(
                Result.find(row.getResult()).orElseThrow(),
                row.getDay(),
                row.getBody(),
                new Ballot(
                        new Votes(row.getYes(), row.getNo(), row.getAbstained(), row.getBiased(), row.getPresent()),
                        row.getMembers(),
                        MajorityRule.find(row.getMajority()).orElseThrow(),
                        row.getGroups()),
                row.getReason(),
                row.getAuthor(),
                row.getCreatedAt().toInstant());
    }

    /** Whether the minutes of the meeting of a turn are approved: that of its item, or without one that of its committee on its day. */
    @InWorkspace(readOnly = true)
    boolean isInApprovedMinutes(Turn turn) {
        return dsl.fetchExists(dsl.selectOne()
                .from(MEETING_MINUTES)
                .join(MEETING)
                .on(MEETING.ID.eq(MEETING_MINUTES.MEETING_ID))
                .where(MEETING_MINUTES.STATE.eq("approved"))
                .and(meeting(turn)));
    }

    private Condition meeting(Turn turn) {
        Place place = turn.place();
        LocalDate day = turn.consultation().day();
        if (place != null) {
            return MEETING.ID.eq(place.meeting());
        }
        return day == null
                ? DSL.falseCondition()
                : MEETING.COMMITTEE_ID
                        .eq(turn.consultation().committeeId())
                        .and(MEETING.BEGINS.ge(begin(day)))
                        .and(MEETING.BEGINS.lt(begin(day.plusDays(1))));
    }

    private OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
