package de.kreiskonzept.model.meeting;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a committee.
 *
 * @param seriesId the same for all meetings that were planned at once; null for one by itself
 * @param title what it is called beside the name of the committee, maybe empty
 * @param cancelReason not empty where it is cancelled, empty elsewhere
 * @param agendaVersion rises whenever items come, go or move
 */
public record Meeting(
        UUID id,
        UUID committeeId,
        @Nullable UUID seriesId,
        String title,
        When when,
        MeetingState state,
        String cancelReason,
        long agendaVersion,
        Invitations invitations,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if a limit is not kept, or a reason does not go with the state */
    public Meeting {
        TextLimits.optional(title, TextLimits.NAME, "title");
        TextLimits.optional(cancelReason, TextLimits.TEXT, "cancelReason");
        if ((state == MeetingState.CANCELLED) == cancelReason.isBlank()) {
            throw new IllegalArgumentException("cancelReason: goes with a cancelled meeting");
        }
    }

    /**
     * When and where it is.
     *
     * @param location maybe empty
     * @param onlineLink https, maybe empty
     * @param inviteBy last day on which the invitation is in time; null where there is none
     */
    public record When(
            Instant begin,
            Instant end,
            String location,
            String onlineLink,
            @Nullable LocalDate inviteBy) {
        /** @throws IllegalArgumentException if it ends before it begins, a limit is not kept or the link is not https */
        public When {
            TextLimits.optional(location, TextLimits.NAME, "location");
            TextLimits.optional(onlineLink, TextLimits.TEXT, "onlineLink");
            if (!end.isAfter(begin)) {
                throw new IllegalArgumentException("a meeting ends after it begins");
            }
            if (!onlineLink.isEmpty() && !onlineLink.startsWith("https://")) {
                throw new IllegalArgumentException("onlineLink: https only");
            }
        }
    }

    /**
     * What went out to the members.
     *
     * @param count how often it was sent
     * @param last when it was sent last; null where it never was
     * @param digest of what was sent last; empty where nothing was
     */
    public record Invitations(int count, @Nullable Instant last, String digest) {
        /** Nothing has been sent. */
        public static final Invitations NONE = new Invitations(0, null, "");

        /** One more, now. */
        public Invitations sent(Instant now, String content) {
            return new Invitations(count + 1, now, content);
        }
    }

    /**
     * What is known of a meeting beside itself.
     *
     * @param items number of items on the agenda
     * @param attended whether somebody is noted as present
     * @param approved whether the minutes are approved
     */
    public record Facts(Instant now, int items, boolean attended, boolean approved) {}

    /** What keeps it from this state; empty where nothing does. */
    public List<Hindrance> hindrances(MeetingState target, Facts facts) {
        var found = new ArrayList<Hindrance>();
        if (!follows(target)) {
            return List.of(Hindrance.STATE);
        }
        boolean begun = !facts.now().isBefore(when.begin());
        switch (target) {
            case INVITED -> {
                add(found, facts.items() == 0, Hindrance.NO_ITEMS);
                add(found, when.location().isEmpty() && when.onlineLink().isEmpty(), Hindrance.NO_PLACE);
                add(found, begun, Hindrance.BEGUN);
            }
            case HELD -> {
                add(found, facts.items() == 0, Hindrance.NO_ITEMS);
                add(found, !begun, Hindrance.NOT_BEGUN);
            }
            case CLOSED -> {
                add(found, !facts.attended(), Hindrance.NO_ATTENDANCE);
                add(found, !facts.approved(), Hindrance.NO_MINUTES);
            }
            case PLANNED, CANCELLED -> {}
        }
        return found;
    }

    private static void add(List<Hindrance> found, boolean is, Hindrance one) {
        if (is) {
            found.add(one);
        }
    }

    private boolean follows(MeetingState target) {
        return switch (target) {
            case PLANNED -> false;
            case INVITED, HELD, CANCELLED -> state.isAhead();
            case CLOSED -> state == MeetingState.HELD;
        };
    }

    /** The same in another state. */
    public Meeting in(MeetingState next, String reason, Instant now) {
        return with(title, when, next, reason, now);
    }

    /** The same with another title at another time or place. */
    public Meeting moved(String newTitle, When newWhen, Instant now) {
        return with(newTitle, newWhen, state, cancelReason, now);
    }

    private Meeting with(String newTitle, When newWhen, MeetingState next, String reason, Instant now) {
        return new Meeting(
                id,
                committeeId,
                seriesId,
                newTitle,
                newWhen,
                next,
                reason,
                agendaVersion,
                invitations,
                createdAt,
                now,
                version);
    }

    /** The same after an invitation with this content went out. */
    public Meeting invited(String content, Instant now) {
        return new Meeting(
                id,
                committeeId,
                seriesId,
                title,
                when,
                MeetingState.INVITED,
                cancelReason,
                agendaVersion,
                invitations.sent(now, content),
                createdAt,
                now,
                version);
    }

    /** Whether the last day for the invitation has passed and nobody is invited. */
    public boolean isInvitationLate(LocalDate today) {
        return state == MeetingState.PLANNED && when.inviteBy() != null && today.isAfter(when.inviteBy());
    }
}
