package de.kreiskonzept.model.meeting;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item of an agenda.
 *
 * @param parentId item it is part of; null at the top
 * @param position among the items beside it
 * @param ownNumber what stands in place of the computed number, maybe empty
 * @param isPublic whether everybody in the county may read it; what stands below one that is not public is not public either
 * @param notes for the minutes, maybe empty
 * @param present members with a vote who were there for it; null where it is the number of the whole meeting
 * @param carriedFrom item of an earlier meeting that it goes on with; null for none
 * @param approves meeting whose minutes it approves; null for none
 */
public record AgendaItem(
        UUID id,
        UUID meetingId,
        @Nullable UUID parentId,
        int position,
        String ownNumber,
        String title,
        String text,
        boolean isPublic,
        String notes,
        @Nullable Integer present,
        @Nullable UUID carriedFrom,
        @Nullable UUID approves,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** Longest number that somebody may choose, in characters. */
    public static final int NUMBER = 20;

    /** @throws IllegalArgumentException if a limit is not kept */
    public AgendaItem {
        TextLimits.required(title, TextLimits.NAME, "title");
        TextLimits.optional(ownNumber, NUMBER, "ownNumber");
        TextLimits.optional(text, TextLimits.TEXT, "text");
        TextLimits.optional(notes, TextLimits.TEXT, "notes");
    }

    /** What people write of an item. */
    public record Words(String ownNumber, String title, String text, boolean isPublic, String notes) {}

    /** A new item at the top, which nobody has written notes for. */
    public static AgendaItem begun(UUID id, UUID meeting, Words words, Instant now) {
        return new AgendaItem(
                id,
                meeting,
                null,
                0,
                words.ownNumber(),
                words.title(),
                words.text(),
                words.isPublic(),
                words.notes(),
                null,
                null,
                null,
                now,
                now,
                0);
    }

    /** The same with other words, below another item. */
    public AgendaItem changed(Words words, @Nullable UUID parent, Instant now) {
        return new AgendaItem(
                id,
                meetingId,
                parent,
                position,
                words.ownNumber(),
                words.title(),
                words.text(),
                words.isPublic(),
                words.notes(),
                present,
                carriedFrom,
                approves,
                createdAt,
                now,
                version);
    }

    /** The same with the number of members with a vote who were there for it. */
    public AgendaItem counted(@Nullable Integer number, Instant now) {
        return new AgendaItem(
                id,
                meetingId,
                parentId,
                position,
                ownNumber,
                title,
                text,
                isPublic,
                notes,
                number,
                carriedFrom,
                approves,
                createdAt,
                now,
                version);
    }

    /** The same without a number of its own. */
    public AgendaItem withoutNumber() {
        return changed(new Words("", title, text, isPublic, notes), parentId, modifiedAt);
    }

    /** The same in another place. */
    public AgendaItem placed(@Nullable UUID parent, int place) {
        return with(parent, place, carriedFrom, approves);
    }

    /** The same as what goes on with an item of an earlier meeting. */
    public AgendaItem carriedFrom(UUID earlier) {
        return with(parentId, position, earlier, approves);
    }

    /** The same as what approves the minutes of a meeting. */
    public AgendaItem approving(UUID meeting) {
        return with(parentId, position, carriedFrom, meeting);
    }

    private AgendaItem with(@Nullable UUID parent, int place, @Nullable UUID earlier, @Nullable UUID meeting) {
        return new AgendaItem(
                id,
                meetingId,
                parent,
                place,
                ownNumber,
                title,
                text,
                isPublic,
                notes,
                present,
                earlier,
                meeting,
                createdAt,
                modifiedAt,
                version);
    }

    /** The words of it. */
    public Words words() {
        return new Words(ownNumber, title, text, isPublic, notes);
    }
}
