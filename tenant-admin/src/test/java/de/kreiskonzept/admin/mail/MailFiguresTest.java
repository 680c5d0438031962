package de.kreiskonzept.admin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.mail.Undelivered;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailFiguresTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T00:00:00Z");
    private static final Undelivered WAITING = new Undelivered(2, 0, NOW, "MailConnectException");
    private static final Undelivered GIVEN_UP = new Undelivered(0, 1, NOW, "SendFailedException");

    @Test
    void namesNoKindOfMailWhileNoneWasGivenUp() {
        assertThat(figures(WAITING, WAITING).kindsGivenUp()).isEmpty();
        assertThat(new MailFigures(Undelivered.NOTHING, List.of(), 0).kindsGivenUp())
                .isEmpty();
    }

    @Test
    void namesTheKindsThatTheProviderWritesWhereSomeOfItsMailWasGivenUp() {
        assertThat(figures(GIVEN_UP, WAITING).kindsGivenUp())
                .containsExactly(MailKind.CONFIRMATION, MailKind.REJECTION, MailKind.FIRST_INVITATION);
    }

    @Test
    void namesTheKindsThatCountiesWriteWhereSomeOfTheirsWasGivenUp() {
        assertThat(figures(WAITING, GIVEN_UP).kindsGivenUp())
                .contains(MailKind.INVITATION, MailKind.BARRIER)
                .noneMatch(MailKind::isOfProvider);
    }

    private static MailFigures figures(Undelivered own, Undelivered ofCounty) {
        return new MailFigures(own, List.of(new CountyMails(new UUID(0, 1), "Kreis", ofCounty, NOW)), 1);
    }
}
