package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.AggregateRule;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.Ampel.Place;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/**
 * Tallies in German words; the templates of the Ampel use it.
 *
 * @param page whose texts are taken
 * @param profile how the county calls the levels
 * @param colours address of the pages that explain colours; empty where they cannot be changed any more
 * @param time how times are written
 * @param vocabulary what the county calls the states of its measures
 */
public record AmpelWords(
        PageFrame page, Profile profile, String colours, DateTimeFormatter time, StatusVocabulary vocabulary) {
    /** Words for numbers that nobody can change any more. */
    public AmpelWords(PageFrame page, Profile profile, DateTimeFormatter time, StatusVocabulary vocabulary) {
        this(page, profile, "", time, vocabulary);
    }

    /** What a colour stands for: the names of the county with what they mean, or the usual sentence. */
    public String meaning(TrafficLight light) {
        return vocabulary.isUsual()
                ? page.t("monitoring.meaning." + light.text())
                : vocabulary.of(light).stream()
                        .map(one -> one.legend().isEmpty() ? one.name() : one.name() + ": " + one.legend())
                        .collect(Collectors.joining("; "));
    }

    /** Address of the page that explains the colour of a part; empty where there is none. */
    public String link(Place place) {
        String part = place.level() == Ampel.Level.WHOLE ? "gesamt" : place.id().toString();
        return colours.isEmpty() ? "" : colours + "/" + part;
    }

    /** What the rule says, in two sentences. */
    public String rule(AggregateRule rule) {
        String sentence = page.t("aggregate.sentence." + rule.kind().text(), rule.green(), rule.red());
        return rule.assessed() == 0
                ? sentence
                : sentence + " " + page.t("aggregate.sentence.assessed", rule.assessed());
    }

    /** The bar of a tally, with everything that it shows in its description. */
    public AmpelBar bar(String id, String title, Tally tally) {
        return new AmpelBar(id, tally, page.t("monitoring.bar.title", title), sentence(tally));
    }

    /** All numbers in one sentence. */
    public String sentence(Tally tally) {
        return sentence(page.site().texts(), tally);
    }

    /** All numbers in one sentence, where there is no page. */
    public static String sentence(Texts texts, Tally tally) {
        return tally.counted() == 0
                ? texts.text("monitoring.bar.nothing", tally.notCounted())
                : texts.text(
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
