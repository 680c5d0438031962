package de.kreiskonzept.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {
    private static final Quota USUAL = new Quota(6000, 4, 2, 3);

    @Test
    void allowsUpToTheLimitAndNotOneMore() {
        assertThat(USUAL.allowsAccounts(3)).isTrue();
        assertThat(USUAL.allowsAccounts(4)).isFalse();
        assertThat(USUAL.allowsBytes(2 * 1024 * 1024)).isTrue();
        assertThat(USUAL.allowsBytes(2 * 1024 * 1024 + 1)).isFalse();
    }

    @Test
    void zeroIsNoLimit() {
        assertThat(Quota.NONE.allowsAccounts(Integer.MAX_VALUE)).isTrue();
        assertThat(Quota.NONE.allowsBytes(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void whatWasAgreedStandsBeforeWhatAllHave() {
        assertThat(new OwnQuota(null, 0, 9, null).over(USUAL)).isEqualTo(new Quota(6000, 0, 9, 3));
        assertThat(OwnQuota.NOTHING.over(USUAL)).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Quota.MOST + 1})
    void refusesWhatIsNoLimit(int number) {
        assertThatThrownBy(() -> new Quota(number, 0, 0, 0)).hasMessageContaining("Not a limit");
        assertThatThrownBy(() -> new OwnQuota(null, null, null, number)).hasMessageContaining("Not a limit");
    }
}
