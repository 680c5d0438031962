package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;

/**
 * Tallies in German words; the templates of the Ampel use it.
 *
 * @param page whose texts are taken
 * @param profile how the county calls the levels
 */
public record AmpelWords(PageFrame page, Profile profile) {
    /** The bar of a tally, with everything that it shows in its description. */
    public AmpelBar bar(String id, String title, Tally tally) {
        return new AmpelBar(id, tally, page.t("monitoring.bar.title", title), sentence(tally));
    }

    /** All numbers in one sentence. */
    public String sentence(Tally tally) {
        return tally.counted() == 0
                ? page.t("monitoring.bar.nothing", tally.notCounted())
                : page.t(
                        "monitoring.bar.numbers",
                        tally.counted(),
                        tally.green(),
                        tally.yellow(),
                        tally.red(),
                        tally.grey(),
                        tally.notCounted());
    }

    /** Share of a light in what counts, such as "44 %"; a dash where nothing counts. */
    public String percent(Tally tally, TrafficLight light) {
        return tally.sharesOfCounted()
                .map(shares -> page.t("monitoring.percent", shares.percent(light)))
                .orElse(page.t("monitoring.noPercent"));
    }

    /** Number and name of a section in one line. */
    public String name(OfSection section) {
        return section.number().isEmpty() ? section.name() : section.number() + " " + section.name();
    }
}
