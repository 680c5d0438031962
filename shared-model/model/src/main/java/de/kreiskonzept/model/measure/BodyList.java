package de.kreiskonzept.model.measure;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.directory.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The bodies of a measure, as one line of a concept and one by one: "Amt für Migration, Caritas, Kreistag (Bericht)". Names are set
 * apart by commas or line ends, or by semicolons, where names hold commas themselves. Where the line does not say otherwise, the first
 * one leads and the others take part.
 *
 * @param bodies in the order of the concept, maybe empty
 */
public record BodyList(List<Body> bodies) {
    /** Nobody. */
    public static final BodyList NONE = new BodyList(List.of());

    // A comma between brackets belongs to the name: "Träger (Caritas, Diakonie)".
    private static final Pattern COMMA = Pattern.compile("\\n|,(?![^(]*\\))");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern MARK = Pattern.compile("^(.*\\S)\\s*\\(([^()]*)\\)$");
    private static final Pattern BEFORE = Pattern.compile("^([^:]{2,20}):\\s*(\\S.*)$");

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]+");

    private static final Map<BodyRole, Pattern> WORDS = new EnumMap<>(Map.of(
            BodyRole.LEAD, words("federführung|federführend|ff\\.?|leitung"),
            BodyRole.PARTICIPATES, words("beteiligt|beteiligung|mitwirkung|mitwirkend|kooperation"),
            BodyRole.REPORTS_TO, words("bericht|bericht an|berichtet an|berichterstattung")));

    /** Copies the list. */
    public BodyList {
        bodies = List.copyOf(bodies);
    }

    private static Pattern words(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Reads a line; parts without a letter or digit name nobody. Names that are too long are cut. */
    public static BodyList of(String line) {
        Pattern between = line.indexOf(';') >= 0 ? SEMICOLON : COMMA;
        List<String> parts = Arrays.stream(between.split(line))
                .map(part -> BLANK.matcher(part).replaceAll(" ").strip())
                .filter(part -> !Spelling.words(part).isEmpty())
                .toList();
        boolean leads = parts.stream().anyMatch(part -> role(part).equals(Optional.of(BodyRole.LEAD)));
        var bodies = new ArrayList<Body>();
        for (String part : parts) {
            BodyRole usual = bodies.isEmpty() && !leads ? BodyRole.LEAD : BodyRole.PARTICIPATES;
            bodies.add(new Body(cut(name(part)), role(part).orElse(usual)));
        }
        return new BodyList(bodies);
    }

    private static String cut(String name) {
        return name.length() <= TextLimits.NAME
                ? name
                : name.substring(0, TextLimits.NAME).strip();
    }

    private static Optional<BodyRole> role(String part) {
        Matcher mark = MARK.matcher(part);
        if (mark.matches() && role(mark.group(2), mark.group(1)).isPresent()) {
            return role(mark.group(2), mark.group(1));
        }
        Matcher before = BEFORE.matcher(part);
        return before.matches() ? role(before.group(1), before.group(2)) : Optional.empty();
    }

    private static String name(String part) {
        Matcher mark = MARK.matcher(part);
        if (mark.matches() && role(mark.group(2), mark.group(1)).isPresent()) {
            return mark.group(1);
        }
        Matcher before = BEFORE.matcher(part);
        return before.matches() && role(before.group(1), before.group(2)).isPresent() ? before.group(2) : part;
    }

    private static Optional<BodyRole> role(String words, String name) {
        return Spelling.words(name).isEmpty()
                ? Optional.empty()
                : WORDS.entrySet().stream()
                        .filter(entry -> entry.getValue().matcher(words.strip()).matches())
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** The line that {@link #of} reads back as the same bodies; empty for nobody. */
    public String text() {
        boolean commas =
                bodies.stream().anyMatch(body -> COMMA.matcher(body.name()).find());
        String line = lines().stream().collect(Collectors.joining(commas ? "; " : ", "));
        return commas && bodies.size() == 1 ? line + ";" : line;
    }

    /** Each body with its role, where that is not what is usual at its place. */
    public List<String> lines() {
        boolean plain =
                bodies.stream().filter(body -> body.role() == BodyRole.LEAD).count() == 1
                        && bodies.getFirst().role() == BodyRole.LEAD;
        var lines = new ArrayList<String>();
        for (Body body : bodies) {
            lines.add(
                    switch (body.role()) {
                        case LEAD -> plain ? body.name() : body.name() + " (Federführung)";
                        case PARTICIPATES -> lines.isEmpty() && !hasLead() ? body.name() + " (beteiligt)" : body.name();
                        case REPORTS_TO -> body.name() + " (Bericht)";
                    });
        }
        return List.copyOf(lines);
    }

    /** Whether one of them leads. */
    public boolean hasLead() {
        return bodies.stream().anyMatch(body -> body.role() == BodyRole.LEAD);
    }
}
