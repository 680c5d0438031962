package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Statement.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the data of a Stand say about one part, to begin its texts in the Ampel document with. Only what counts in the evaluation is
 * spoken of, except where it is said how many do not count.
 *
 * @param summary how large the part is and how it stands
 * @param narrative what became of it since the Stand before
 * @param highlights what is done; nothing where nothing is
 * @param notPursued what is red, by reason
 */
public record NarrativeProposal(
        List<Statement> summary, List<Statement> narrative, List<Statement> highlights, List<Statement> notPursued) {
    /** Greatest number of measures among the highlights. */
    public static final int HIGHLIGHTS = 5;

    /**
     * A part of a Stand.
     *
     * @param goals that are no overall goals
     * @param dropped measures of the Stand before that are not there any more
     * @param compared whether there is a Stand before
     * @param brief whether measures are only numbered, because each is named in a part below
     */
    public record Facts(int goals, List<MeasureFact> measures, int dropped, boolean compared, boolean brief) {
        /** Keeps the measures as they are. */
        public Facts {
            measures = List.copyOf(measures);
        }

        private Tally tally() {
            return measures.stream()
                    .map(one -> Tally.of(one.light(), one.counted()))
                    .reduce(Tally.EMPTY, Tally::add);
        }

        private List<MeasureFact> counted(Predicate<MeasureFact> which) {
            return measures.stream().filter(MeasureFact::counted).filter(which).toList();
        }

        private Statement about(Kind kind, @Nullable ReasonClass reason, List<MeasureFact> some) {
            // What turned green is named among the highlights, what turned red with its reason.
            boolean elsewhere = kind == Kind.TURNED_GREEN || kind == Kind.TURNED_RED;
            return new Statement(kind, some.size(), Tally.EMPTY, 0, reason, brief || elsewhere ? List.of() : some);
        }
    }

    /** The proposal for a part. */
    public static NarrativeProposal of(Facts facts) {
        return new NarrativeProposal(summary(facts), narrative(facts), highlights(facts), notPursued(facts));
    }

    private static List<Statement> summary(Facts facts) {
        Tally tally = facts.tally();
        var said = new ArrayList<Statement>();
        said.add(new Statement(Kind.SIZE, tally.total(), tally, facts.goals(), null, List.of()));
        if (tally.counted() == 0) {
            said.add(Statement.plain(Kind.NOTHING_COUNTED));
        } else {
            said.add(new Statement(Kind.COUNTED, tally.counted(), tally, 0, null, List.of()));
            said.add(new Statement(Kind.SHARE, tally.counted(), tally, 0, null, List.of()));
        }
        if (tally.notCounted() > 0) {
            said.add(Statement.number(Kind.NOT_COUNTED, tally.notCounted()));
        }
        return List.copyOf(said);
    }

    private static List<Statement> narrative(Facts facts) {
        if (!facts.compared()) {
            return List.of(Statement.plain(Kind.FIRST));
        }
        var said = new ArrayList<Statement>();
        add(said, facts, Kind.TURNED_GREEN, one -> one.became(TrafficLight.GREEN));
        add(said, facts, Kind.STARTED, one -> one.became(TrafficLight.YELLOW) && one.movement() != Movement.WORSE);
        add(said, facts, Kind.FELL_BACK, one -> one.light() == TrafficLight.YELLOW && one.movement() == Movement.WORSE);
        add(said, facts, Kind.TURNED_RED, one -> one.became(TrafficLight.RED));
        add(said, facts, Kind.UNASSESSED, one -> one.movement() == Movement.UNASSESSED);
        add(said, facts, Kind.MERGED, one -> one.movement() == Movement.MERGED);
        add(said, facts, Kind.NEW, one -> one.movement() == Movement.NEW);
        if (facts.dropped() > 0) {
            said.add(Statement.number(Kind.DROPPED, facts.dropped()));
        }
        return said.isEmpty() ? List.of(Statement.plain(Kind.UNCHANGED)) : List.copyOf(said);
    }

    private static void add(List<Statement> said, Facts facts, Kind kind, Predicate<MeasureFact> which) {
        List<MeasureFact> some = facts.counted(which);
        if (!some.isEmpty()) {
            said.add(facts.about(kind, null, some));
        }
    }

    // What is new and what has a story first.
    private static List<Statement> highlights(Facts facts) {
        List<MeasureFact> done = facts.counted(one -> one.light() == TrafficLight.GREEN).stream()
                .sorted(Comparator.comparing((MeasureFact one) -> !one.became(TrafficLight.GREEN))
                        .thenComparing(one -> one.justification().isBlank()))
                .limit(HIGHLIGHTS)
                .toList();
        return done.isEmpty() || facts.brief() ? List.of() : List.of(facts.about(Kind.HIGHLIGHT, null, done));
    }

    private static List<Statement> notPursued(Facts facts) {
        List<MeasureFact> red = facts.counted(one -> one.light() == TrafficLight.RED);
        Tally tally = facts.tally();
        if (red.isEmpty() && tally.counted() > 0) {
            return List.of(Statement.plain(tally.assessed() == 0 ? Kind.NOTHING_ASSESSED : Kind.NOTHING_RED));
        }
        Stream<@Nullable ReasonClass> reasons =
                Stream.concat(Stream.of(ReasonClass.values()), Stream.of((ReasonClass) null));
        return reasons.map(reason -> facts.about(
                        Kind.NOT_PURSUED,
                        reason,
                        red.stream().filter(one -> one.reason() == reason).toList()))
                .filter(statement -> statement.number() > 0)
                .toList();
    }
}
