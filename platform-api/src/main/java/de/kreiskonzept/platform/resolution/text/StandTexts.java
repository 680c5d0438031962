package de.kreiskonzept.platform.resolution.text;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.model.resolution.PartKind;
import de.kreiskonzept.platform.monitoring.narrative.Narratives;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The words of a paper that tells committees how far the measures are. */
@Singleton
@InWorkspace(readOnly = true)
public class StandTexts {
    private final Narratives narratives;
    private final Texts texts;

    StandTexts(Narratives narratives, Texts texts) {
        this.narratives = narratives;
        this.texts = texts;
    }

    /**
     * What a paper about a Stand says.
     *
     * @throws Refusal 404 where there is no such Stand
     */
    public Proposed propose(UUID stand) {
        Narratives.Book book = narratives.get(stand);
        String name = book.whole().stand().name();
        String cutoff = GermanTime.DAY.format(book.whole().stand().cutoff());
        return new Proposed(
                texts.text("resolution.text.standTitle", name),
                List.of(
                        section(PartKind.PRELIMINARY, "preliminary", ""),
                        section(
                                PartKind.FACT,
                                "stand",
                                lights(book.ampel().total().tally(), cutoff)),
                        section(
                                PartKind.FACT,
                                "highlights",
                                book.parts().getFirst().texts().highlights()),
                        section(PartKind.FINANCE, "finance", texts.text("resolution.text.noCostsOfStand"))),
                List.of(texts.text("resolution.text.point.stand", name, cutoff)));
    }

    private Proposed.Section section(PartKind kind, String heading, String text) {
        return new Proposed.Section(kind, texts.text("resolution.heading." + heading), text.strip());
    }

    private String lights(Tally tally, String cutoff) {
        var lines = new ArrayList<String>();
        lines.add(texts.text("resolution.text.lights", cutoff, tally.counted()));
        lines.add("");
        lines.add(TextTables.line(
                texts.text("resolution.text.column.light"), texts.text("resolution.text.column.number")));
        lines.add("| --- | --- |");
        for (TrafficLight light : TrafficLight.values()) {
            lines.add(TextTables.line(texts.text(light.wordKey()), String.valueOf(tally.count(light))));
        }
        return String.join("\n", lines);
    }
}
