package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.identity.Roles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What needs nothing of a county is asked without its transaction, and nothing else is. */
@ExtendWith(PlatformUnderTest.Given.class)
class WithoutDataIT {
    private final PlatformUnderTest platform;

    WithoutDataIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void theDayIsToldWhereNoCountyIsAtWorkAndItsDataAreNot() {
        Committees committees = platform.bean(Committees.class);
        LocalDate today = LocalDate.now(platform.bean(Clock.class));
        assertThat(committees.today()).isBetween(today, today.plusDays(1));
        var nobody = new SignedIn(new UUID(0, 0), new UUID(0, 0), "Niemand", Roles.LEAD);
        assertThatIllegalStateException().isThrownBy(() -> committees.read(nobody));
    }
}
