package de.kreiskonzept.platform.meeting.minutes;

import static de.kreiskonzept.schema.workspace.Tables.MEETING_MINUTES;
import static de.kreiskonzept.schema.workspace.Tables.MEETING_REMARK;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.meeting.minutes.Remark.State;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MeetingMinutesRecord;
import de.kreiskonzept.schema.workspace.tables.records.MeetingRemarkRecord;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of minutes and what is said about them; nothing of minutes is ever changed or deleted. */
@Singleton
@InWorkspace(readOnly = true)
class MinutesStore {
    private final DSLContext dsl;
    private final ObjectMapper json;

    MinutesStore(DSLContext dsl, ObjectMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    /** All editions of the minutes of a meeting, the latest first. */
    List<Edition> list(UUID meeting) {
        return dsl.selectFrom(MEETING_MINUTES)
                .where(MEETING_MINUTES.MEETING_ID.eq(meeting))
                .orderBy(MEETING_MINUTES.EDITION.desc())
                .fetch(this::edition);
    }

    /** Keeps an edition. */
    @InWorkspace(readOnly = false)
    void insert(UUID id, UUID meeting, int number, boolean approved, Written written) {
        String content = write(written.text());
        OffsetDateTime now = time(written.at());
        dsl.insertInto(MEETING_MINUTES)
                .set(new MeetingMinutesRecord(
                        id,
                        meeting,
                        approved ? "approved" : "comments",
                        number,
                        content,
                        Sha256.hex(content),
                        written.author(),
                        now,
                        now,
                        0L))
                .execute();
    }

    /** A text with who wrote it when. */
    record Written(MinutesText text, String author, Instant at) {}

    /** What was said about the minutes of a meeting, the first remark first. */
    List<Remark> listRemarks(UUID meeting) {
        return dsl.selectFrom(MEETING_REMARK)
                .where(MEETING_REMARK.MEETING_ID.eq(meeting))
                .orderBy(MEETING_REMARK.CREATED_AT, MEETING_REMARK.ID)
                .fetch(MinutesStore::remark);
    }

    @InWorkspace(readOnly = false)
    void insert(Remark remark) {
        dsl.insertInto(MEETING_REMARK)
                .set(new MeetingRemarkRecord(
                        remark.id(),
                        remark.meetingId(),
                        remark.itemId(),
                        remark.edition(),
                        remark.accountId(),
                        remark.author(),
                        remark.text(),
                        remark.state().text(),
                        remark.answer(),
                        time(remark.createdAt()),
                        time(remark.createdAt()),
                        remark.version()))
                .execute();
    }

    /**
     * Stores an answer.
     *
     * @throws Refusal 412 where the remark has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(Remark remark, Instant now) {
        int rows = dsl.update(MEETING_REMARK)
                .set(MEETING_REMARK.STATE, remark.state().text())
                .set(MEETING_REMARK.ANSWER, remark.answer())
                .set(MEETING_REMARK.MODIFIED_AT, time(now))
                .set(MEETING_REMARK.VERSION, remark.version() + 1)
                .where(MEETING_REMARK.ID.eq(remark.id()))
                .and(MEETING_REMARK.VERSION.eq(remark.version()))
                .execute();
        Refusal.staleUnlessOne(rows);
    }

    private Edition edition(MeetingMinutesRecord row) {
        return new Edition(
                row.getId(),
                row.getMeetingId(),
                row.getEdition(),
                row.getState().equals("approved"),
                read(row.getContent()),
                row.getDigest(),
                row.getAuthor(),
                row.getCreatedAt().toInstant());
    }

    private static Remark remark(MeetingRemarkRecord row) {
        return new Remark(
                row.getId(),
                row.getMeetingId(),
                row.getItemId(),
                row.getEdition(),
                row.getAccountId(),
                row.getAuthor(),
                row.getText(),
                State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getAnswer(),
                row.getCreatedAt().toInstant(),
                row.getVersion());
    }

    private String write(MinutesText text) {
        try {
            return json.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MinutesText read(String content) {
        try {
            return Objects.requireNonNull(json.readValue(content, MinutesText.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
