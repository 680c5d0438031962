package de.kreiskonzept.foundation.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.BindException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartTest {
    @Test
    void tellsWhatTheSettingsLackInOneSentence() {
        assertThat(sentence(new ConfigurationException("Could not resolve placeholder ${KK_DATABASE_URL}")))
                .isEqualTo("KK_DATABASE_URL is missing: set it in the environment.");
        assertThat(sentence(new ConfigurationException("KK_JWT_SECRET is missing or weak: set it.")))
                .isEqualTo("KK_JWT_SECRET is missing or weak: set it.");
        assertThat(sentence(new SQLException("password of kk_platform is wrong: geheim", "28P01")))
                .contains("KK_DATABASE_URL", "28P01")
                .doesNotContain("geheim");
        assertThat(sentence(new BindException("in use"))).contains("port is in use");
    }

    @Test
    void leavesToOthersWhatNobodyExpected() {
        assertThat(Start.sentence(new IllegalStateException("broken"))).isEmpty();
    }

    private static String sentence(Exception cause) {
        return Start.sentence(new IllegalStateException("Error instantiating bean", cause))
                .orElseThrow();
    }
}
