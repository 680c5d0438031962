package de.kreiskonzept.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.DataSources.Source;
import io.micronaut.context.exceptions.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourcesTest {
    private static final Source REGISTRY =
            new Source(DataSources.DEFAULT, 10, "jdbc:postgresql://one:5432/kreiskonzept", null);

    @Test
    void thereIsOnlyThatOfTheRegistryWhereNothingElseIsSaid() {
        assertThat(DataSources.of(REGISTRY, "", "").list()).containsExactly(REGISTRY);
    }

    @Test
    void severalAreReadWithThePasswordsOfThoseThatHaveOtherOnes() {
        var sources = DataSources.of(
                REGISTRY,
                "two 200 jdbc:postgresql://two:5432/kreiskonzept; three-b 0 jdbc:postgresql://a,b/kreiskonzept?ssl=true;",
                "three-b s3cret@;");
        assertThat(sources.list())
                .containsExactly(
                        REGISTRY,
                        new Source("two", 200, "jdbc:postgresql://two:5432/kreiskonzept", null),
                        new Source("three-b", 0, "jdbc:postgresql://a,b/kreiskonzept?ssl=true", "s3cret@"));
        assertThat(sources.others()).hasSize(2);
        assertThat(sources.find("two")).isPresent();
        assertThat(sources.find("four")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two",
                "two 5",
                "two jdbc:postgresql://two/kreiskonzept",
                "Two 5 jdbc:postgresql://two/kreiskonzept",
                "two -5 jdbc:postgresql://two/kreiskonzept",
                "two 5000000 jdbc:postgresql://two/kreiskonzept",
                "two 5 jdbc:mysql://two/kreiskonzept",
                "two 5 jdbc:postgresql://two/k; two 5 jdbc:postgresql://three/k",
                "default 5 jdbc:postgresql://two/kreiskonzept"
            })
    void whatCannotBeReadRefusesTheStart(String entries) {
        assertThatThrownBy(() -> DataSources.of(REGISTRY, entries, ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("KK_DATA_SOURCES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "two secret too-much", "tow secret", "default secret"})
    void passwordsThatCannotBeReadOrBelongToNoServerRefuseTheStartInOneSentence(String passwords) {
        assertThatThrownBy(() -> DataSources.of(REGISTRY, "two 5 jdbc:postgresql://two/kreiskonzept", passwords))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("KK_PLATFORM_DB_PASSWORDS")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPasswordReachesNeitherASentenceNorALog() {
        assertThatThrownBy(() -> DataSources.of(REGISTRY, "", "two secret too-much"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("secret");
        assertThat(new Source("two", 1, "jdbc:postgresql://two/k", "secret")).hasToString("two");
    }
}
