package de.kreiskonzept.platform.oparl.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditionTest {
    private static final UUID ID = new UUID(1, 1);
    private static final Instant FIRST = Instant.parse("2026-01-31T11:00:00Z");
    private static final Instant LATER = Instant.parse("2026-07-31T10:00:00Z");

    @Test
    void keepsTheTimeOfWhatSaysTheSame() {
        var before = published(FIRST, "Kreistag");
        Edition same = edition(before, LATER);
        assertThat(same.add(OparlType.ORGANIZATION, ID, named("Kreistag")))
                .containsEntry("created", "2026-01-31T12:00:00+01:00")
                .containsEntry("modified", "2026-01-31T12:00:00+01:00");
        assertThat(same.changes()).isEmpty();
        Edition other = edition(before, LATER);
        assertThat(other.add(OparlType.ORGANIZATION, ID, named("Gemeinderat")))
                .containsEntry("created", "2026-01-31T12:00:00+01:00")
                .containsEntry("modified", "2026-07-31T12:00:00+02:00");
        assertThat(other.changes()).hasSize(1);
    }

    @Test
    void leavesOfWhatIsGoneThatItIsDeletedAndForgetsTheRest() {
        var gone = edition(published(FIRST, "Kreistag"), LATER).changes();
        assertThat(gone).singleElement().satisfies(entry -> {
            assertThat(entry.isDeleted()).isTrue();
            assertThat(entry.content())
                    .contains("deleted=true", "created=2026-01-31", "modified=2026-07-31")
                    .doesNotContain("Kreistag");
        });
        Map<UUID, PublishedObject> before = gone.stream().collect(Collectors.toMap(PublishedObject::id, one -> one));
        assertThat(edition(before, LATER).changes()).isEmpty();
    }

    @Test
    void bringsBackWhatWasDeletedWithTheTimeOfItsReturn() {
        var gone = edition(published(FIRST, "Kreistag"), FIRST).changes();
        Map<UUID, PublishedObject> before = gone.stream().collect(Collectors.toMap(PublishedObject::id, one -> one));
        Edition back = edition(before, LATER);
        back.add(OparlType.ORGANIZATION, ID, named("Kreistag"));
        assertThat(back.findBefore(ID)).isEmpty();
        assertThat(back.changes()).singleElement().satisfies(entry -> {
            assertThat(entry.createdAt()).isEqualTo(FIRST);
            assertThat(entry.modifiedAt()).isEqualTo(LATER);
        });
    }

    @Test
    void namesTheObjectItStandsInOnlyOutsideOfIt() {
        Map<String, Object> seat = named("Sitz");
        seat.put("person", "https://kreis.example/person/1");
        assertThat(Edition.inside(seat, "person")).containsOnlyKeys("name");
        assertThat(seat).containsKey("person");
    }

    private static Map<UUID, PublishedObject> published(Instant now, String name) {
        Edition edition = edition(Map.of(), now);
        edition.add(OparlType.ORGANIZATION, ID, named(name));
        return edition.changes().stream().collect(Collectors.toMap(PublishedObject::id, one -> one));
    }

    private static Edition edition(Map<UUID, PublishedObject> before, Instant now) {
        var moment = new Edition.Moment(now, ZoneId.of("Europe/Berlin"));
        return new Edition(new OparlLinks("https://kreis.example/oparl/v1.1"), before, moment, Objects::toString);
    }

    private static Map<String, Object> named(String name) {
        return Edition.with(new LinkedHashMap<>(), "name", name);
    }
}
