package de.kreiskonzept.deploy;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.monitoring.Light;
import de.kreiskonzept.platform.monitoring.reply.Proposals;
import de.kreiskonzept.platform.monitoring.reply.Replies;
import de.kreiskonzept.platform.monitoring.reply.Replies.Answer;
import de.kreiskonzept.platform.monitoring.reply.Reply;
import de.kreiskonzept.platform.monitoring.round.Asked;
import de.kreiskonzept.platform.monitoring.round.Asking;
import de.kreiskonzept.platform.monitoring.round.Closing;
import de.kreiskonzept.platform.monitoring.round.RoundForm;
import de.kreiskonzept.platform.monitoring.round.Rounds;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Three reporting rounds of an example county: two closed ones, so that there is something to compare, and one that waits for answers.
 * Nobody has an address, so no mail leaves.
 */
final class ExampleRounds {
    private static final int WEEKS_TO_ANSWER = 4;
    private static final int LAST = 31;
    private static final int MONTHS_BETWEEN = 11;
    private static final int ANSWERS_OF_A_BODY = 4;

    private final Rounds rounds;
    private final Closing closing;
    private final Asking asking;
    private final Replies replies;
    private final Proposals proposals;
    private final Clock clock;
    private final SignedIn author;

    ExampleRounds(ApplicationContext platform, SignedIn author) {
        this.rounds = platform.getBean(Rounds.class);
        this.closing = platform.getBean(Closing.class);
        this.asking = platform.getBean(Asking.class);
        this.replies = platform.getBean(Replies.class);
        this.proposals = platform.getBean(Proposals.class);
        this.clock = platform.getBean(Clock.class);
        this.author = author;
    }

    /** Creates the rounds in the county of the current transaction; its concept and organisations are there already. */
    void create() {
        LocalDate today = LocalDate.now(clock);
        LocalDate lastYear = LocalDate.of(today.getYear() - 1, Month.DECEMBER, LAST);
        close(open(lastYear.minusYears(1), lastYear.minusMonths(MONTHS_BETWEEN)));
        UUID second = open(lastYear, lastYear.plusWeeks(WEEKS_TO_ANSWER));
        answer(second, ANSWERS_OF_A_BODY);
        proposals.acceptAll(second, null, author);
        close(second);
        UUID third = open(LocalDate.of(today.getYear(), Month.DECEMBER, LAST), today.plusWeeks(WEEKS_TO_ANSWER));
        answer(third, 1);
    }

    private UUID open(LocalDate cutoff, LocalDate deadline) {
        var form = new RoundForm(
                "Berichtsrunde %d (Beispiel)".formatted(cutoff.getYear()),
                cutoff.toString(),
                deadline.toString(),
                "all",
                "Beispieldaten: Bitte sagen Sie uns kurz, wie weit Ihre Maßnahmen sind.");
        UUID id = rounds.create(form, author);
        asking.open(id, 0, author);
        return id;
    }

    private void close(UUID round) {
        closing.close(round, rounds.get(round).version(), author);
    }

    /** Answers for each body some questions, first those about which there is something new. */
    private void answer(UUID round, int questions) {
        for (Asked body : rounds.getWhole(round).wanted()) {
            List<Reply> asked = replies.sheet(round, body.id()).replies();
            asked.stream()
                    .sorted(Comparator.comparing(ExampleRounds::isSettled))
                    .limit(questions)
                    .forEach(reply -> replies.answerFor(body.id(), reply, answer(reply), author));
        }
    }

    private static boolean isSettled(Reply reply) {
        return reply.current() == TrafficLight.GREEN || reply.current() == TrafficLight.RED;
    }

    private static Answer answer(Reply reply) {
        return switch (reply.current()) {
            case YELLOW ->
                new Answer(light(TrafficLight.GREEN, "Beispiel: Das Angebot läuft inzwischen dauerhaft."), false);
            case GREY -> new Answer(light(TrafficLight.YELLOW, "Beispiel: Die ersten Schritte sind getan."), false);
            case GREEN, RED -> Answer.nothingNew(reply);
        };
    }

    private static Light light(TrafficLight light, String words) {
        return new Light(light, null, words);
    }
}
