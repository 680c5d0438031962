package de.kreiskonzept.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PutAwayTest {
    @ParameterizedTest
    @CsvSource({"platform, true", "local, false"})
    void theCookieTravelsEncryptedWhereverTheOthersDo(String environment, boolean encrypted) {
        try (var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments(environment)
                .build()) {
            var cookie = new PutAway(context.getEnvironment()).cookie(List.of(UUID.randomUUID()), "/konstanz/");
            assertThat(cookie.isSecure()).isEqualTo(encrypted);
        }
    }
}
