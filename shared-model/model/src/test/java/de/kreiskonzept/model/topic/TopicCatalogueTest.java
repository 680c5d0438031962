package de.kreiskonzept.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.directory.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCatalogueTest {
    private final TopicCatalogue catalogue = TopicCatalogue.in("topics.yml");

    @ParameterizedTest
    @CsvSource({
        "Sprache, language",
        "Kultur & Freizeit, culture",
        "Ehrenamtliches Engagement, volunteering",
        "Interkulturelle Öffnung der Verwaltung, opening",
        "Zusammenarbeit mit kreisangehörigen Kommunen, municipalities",
        "Beteiligung von Migranten und Migrantinnen, participation",
        "ANTIDISKRIMINIERUNG, antidiscrimination",
        "Ankommen und Orientierung, arrival"
    })
    void proposesATopicByNameOrSpelling(String name, String key) {
        assertThat(catalogue.propose(name)).get().extracting(Topic::key).isEqualTo(key);
    }

    @Test
    void proposesNothingForWhatNoTopicIsLike() {
        assertThat(Stream.of("Haushalt", "Kapitel 4", "", "und").map(catalogue::propose))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void holdsEachKeyAndEachSpellingOnce() {
        assertThat(catalogue.topics())
                .extracting(Topic::key)
                .doesNotHaveDuplicates()
                .doesNotContain(TopicChoice.NONE);
        assertThat(catalogue.topics().stream()
                        .flatMap(topic -> Stream.concat(Stream.of(topic.name()), topic.spellings().stream()))
                        .map(Spelling::words))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsDeliberatelyWithoutFromOpen() {
        assertThat(TopicChoice.find("", catalogue)).contains(new TopicChoice.Open());
        assertThat(TopicChoice.find("none", catalogue)).contains(new TopicChoice.Unmapped());
        assertThat(TopicChoice.find("language", catalogue)).contains(new TopicChoice.Mapped("language"));
        assertThat(TopicChoice.find("unbekannt", catalogue)).isEmpty();
        assertThat(List.of(new TopicChoice.Open(), new TopicChoice.Unmapped(), new TopicChoice.Mapped("work")))
                .extracting(TopicChoice::state)
                .containsExactly("open", "unmapped", "mapped");
    }
}
