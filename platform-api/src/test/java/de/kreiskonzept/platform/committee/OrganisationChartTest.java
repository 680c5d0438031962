package de.kreiskonzept.platform.committee;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.Committee.Rhythm;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.CommitteeStructure;
import de.kreiskonzept.model.voting.Quorum;
import java.awt.Rectangle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganisationChartTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Pattern BOX =
            Pattern.compile("<rect x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"");
    private static final Pattern PICTURE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");

    private final List<Committee> committees = new ArrayList<>();

    @Test
    void drawsEachCommitteeOnceAndNoneOverAnother() {
        Committee council = committee("Kreistag", null);
        Committee social = committee("Sozialausschuss", council);
        Committee guidance = committee("Lenkungsgruppe", social);
        List.of("Wohnen", "Arbeit", "Bildung").forEach(name -> committee(name, guidance));
        committee("Beirat", social);
        committee("Netzwerk", council);
        committee("Konferenz", null);

        List<Rectangle> boxes = boxes();
        assertThat(boxes).hasSize(committees.size());
        for (Rectangle one : boxes) {
            assertThat(picture())
                    .satisfies(whole -> assertThat(whole.contains(one)).isTrue());
            assertThat(boxes).filteredOn(one::intersects).containsExactly(one);
        }
    }

    @Test
    void standsStraightWhereEachReportsToTheNext() {
        Committee council = committee("Kreistag", null);
        Committee social = committee("Sozialausschuss", council);
        Committee guidance = committee("Lenkungsgruppe", social);
        committee("Wohnen", guidance);
        assertThat(boxes().stream().limit(3).map(box -> box.x).distinct()).hasSize(1);
    }

    @Test
    void keepsLongNamesInTheirBoxAndMarksWhatIsPlanned() {
        committee("Runder Tisch der Städte und Gemeinden <und> Verbände für Zusammenhalt im Landkreis", null);
        assertThat(svg()).contains("Runder Tisch der Städte und", "…").doesNotContain("<und>");
        Committee planned = committee("Geplant", null, null);
        assertThat(planned.founded()).isNull();
        assertThat(svg()).contains("stroke-dasharray", "geplant");
    }

    private Committee committee(String name, @Nullable Committee above) {
        return committee(name, above, DAY.minusYears(1));
    }

    private Committee committee(String name, @Nullable Committee above, @Nullable LocalDate founded) {
        var committee = new Committee(
                new UUID(1, committees.size()),
                name,
                CommitteeKind.NETWORK,
                "",
                1,
                above == null ? null : above.id(),
                "",
                "",
                Rhythm.UNKNOWN,
                Quorum.NONE,
                List.of(),
                founded,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                0);
        committees.add(committee);
        return committee;
    }

    private String svg() {
        var book = new CommitteeBook(new CommitteeStructure(committees, List.of(), List.of()), Map.of(), Map.of());
        return new OrganisationChart(book.tree(DAY), new CommitteeWords(new Texts(), book, DAY)).svg();
    }

    private List<Rectangle> boxes() {
        return BOX.matcher(svg())
                .results()
                .map(found -> new Rectangle(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        Integer.parseInt(found.group(4))))
                .toList();
    }

    private Rectangle picture() {
        Matcher found = PICTURE.matcher(svg());
        assertThat(found.find()).isTrue();
        return new Rectangle(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }
}
