package de.kreiskonzept.platform.monitoring.narrative;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.MeasureFact;
import de.kreiskonzept.model.monitoring.NarrativeProposal;
import de.kreiskonzept.model.monitoring.Statement;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.model.structure.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says proposals in German sentences, with the county's own words for goals and measures; the result is Markdown. */
final class Wording {
    private static final int LONGEST = 240;

    private final Texts texts;
    private final Profile profile;
    private final String part;

    /** @param part name of the part that is spoken of */
    Wording(Texts texts, Profile profile, String part) {
        this.texts = texts;
        this.profile = profile;
        this.part = plain(part);
    }

    NarrativeTexts of(NarrativeProposal proposal) {
        return new NarrativeTexts(
                paragraphs(proposal.summary()),
                paragraphs(proposal.narrative()),
                paragraphs(proposal.highlights()),
                paragraphs(proposal.notPursued()));
    }

    // Sentences without a list run on; one with a list is a paragraph of its own.
    private String paragraphs(List<Statement> statements) {
        var paragraphs = new ArrayList<String>();
        var running = new ArrayList<String>();
        for (Statement statement : statements) {
            if (statement.named().isEmpty()) {
                running.add(sentence(statement));
            } else {
                flush(running, paragraphs);
                paragraphs.add(listed(statement));
            }
        }
        flush(running, paragraphs);
        return String.join("\n\n", paragraphs);
    }

    private static void flush(List<String> running, List<String> paragraphs) {
        if (!running.isEmpty()) {
            paragraphs.add(String.join(" ", running));
            running.clear();
        }
    }

    private String listed(Statement statement) {
        String bullets = statement.named().stream().map(Wording::bullet).collect(Collectors.joining("\n"));
        return statement.kind() == Statement.Kind.HIGHLIGHT
                ? bullets
                : sentence(statement).replaceFirst("\\.$", ":") + "\n\n" + bullets;
    }

    private static String bullet(MeasureFact fact) {
        String text = plain(fact.text());
        String between = text.matches(".*[.!?:]") ? " " : ": ";
        return "- **" + text + "**" + (fact.justification().isBlank() ? "" : between + plain(fact.justification()));
    }

    private String sentence(Statement statement) {
        Tally tally = statement.tally();
        String counted = profile.measure().count(statement.number());
        return texts.text(
                statement.wordKey(),
                statement.number(),
                counted,
                part,
                profile.goals().count(statement.goals()),
                lights(tally),
                tally.green(),
                tally.sharesOfCounted().map(Tally.Shares::green).orElse(0));
    }

    private String lights(Tally tally) {
        return Stream.of(TrafficLight.values())
                .filter(light -> tally.count(light) > 0)
                .map(light -> texts.text("narrative.light." + light.text(), tally.count(light)))
                .collect(Collectors.joining(", "));
    }

    // One line, not too long, in which no sign means anything.
    private static String plain(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() > LONGEST) {
            int end = line.lastIndexOf(' ', LONGEST);
            line = line.substring(0, end > 0 ? end : LONGEST) + " …";
        }
        return line.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }
}
