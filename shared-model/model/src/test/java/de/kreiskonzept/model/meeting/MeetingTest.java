package de.kreiskonzept.model.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.meeting.Meeting.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private static final Instant BEGIN = Instant.parse("2027-03-01T17:00:00Z");
    private static final Instant BEFORE = BEGIN.minus(Duration.ofDays(20));
    private static final Instant AFTER = BEGIN.plus(Duration.ofDays(1));
    private static final LocalDate INVITE_BY = LocalDate.of(2027, 2, 15);

    private final Meeting planned = meeting("Sitzungssaal");

    @Test
    void isInvitedToOnceThereIsAnAgendaAndAPlace() {
        assertThat(meeting("").hindrances(MeetingState.INVITED, new Facts(BEFORE, 0, false, false)))
                .containsExactly(Hindrance.NO_ITEMS, Hindrance.NO_PLACE);
        assertThat(planned.hindrances(MeetingState.INVITED, new Facts(BEGIN, 1, false, false)))
                .containsExactly(Hindrance.BEGUN);
        assertThat(planned.hindrances(MeetingState.INVITED, new Facts(BEFORE, 1, false, false)))
                .isEmpty();
    }

    @Test
    void isHeldOnceItHasBegun() {
        assertThat(planned.hindrances(MeetingState.HELD, new Facts(BEFORE, 1, false, false)))
                .containsExactly(Hindrance.NOT_BEGUN);
        assertThat(planned.hindrances(MeetingState.HELD, new Facts(BEGIN, 1, false, false)))
                .isEmpty();
    }

    @Test
    void isClosedOnceItIsKnownWhoWasThereAndTheMinutesAreApproved() {
        Meeting held = planned.in(MeetingState.HELD, "", AFTER);
        assertThat(planned.hindrances(MeetingState.CLOSED, new Facts(AFTER, 1, true, true)))
                .containsExactly(Hindrance.STATE);
        assertThat(held.hindrances(MeetingState.CLOSED, new Facts(AFTER, 1, false, false)))
                .containsExactly(Hindrance.NO_ATTENDANCE, Hindrance.NO_MINUTES);
        assertThat(held.hindrances(MeetingState.CLOSED, new Facts(AFTER, 1, true, true)))
                .isEmpty();
        assertThat(held.hindrances(MeetingState.CANCELLED, new Facts(AFTER, 1, true, true)))
                .containsExactly(Hindrance.STATE);
    }

    @Test
    void needsAReasonWhereItIsCancelled() {
        assertThatThrownBy(() -> planned.in(MeetingState.CANCELLED, " ", BEFORE))
                .hasMessageContaining("cancelReason");
        assertThat(planned.in(MeetingState.CANCELLED, "Zu viele Absagen", BEFORE)
                        .state())
                .isEqualTo(MeetingState.CANCELLED);
    }

    @Test
    void saysThatNobodyIsInvitedAfterTheLastDayForIt() {
        assertThat(planned.isInvitationLate(INVITE_BY)).isFalse();
        assertThat(planned.isInvitationLate(INVITE_BY.plusDays(1))).isTrue();
        Meeting invited = planned.invited("0a", BEFORE);
        assertThat(invited.isInvitationLate(INVITE_BY.plusDays(1))).isFalse();
        assertThat(invited.invitations()).isEqualTo(new Meeting.Invitations(1, BEFORE, "0a"));
    }

    @Test
    void takesSecureLinksAloneAndEndsAfterItBegins() {
        assertThatThrownBy(() -> new Meeting.When(BEGIN, BEGIN, "", "", null)).hasMessageContaining("ends");
        assertThatThrownBy(() -> new Meeting.When(BEGIN, AFTER, "", "http://treffen.example", null))
                .hasMessageContaining("https");
    }

    private static Meeting meeting(String location) {
        return new Meeting(
                new UUID(1, 1),
                new UUID(2, 2),
                null,
                "",
                new Meeting.When(BEGIN, BEGIN.plus(Duration.ofHours(2)), location, "", INVITE_BY),
                MeetingState.PLANNED,
                "",
                0,
                Meeting.Invitations.NONE,
                BEFORE,
                BEFORE,
                0);
    }
}
