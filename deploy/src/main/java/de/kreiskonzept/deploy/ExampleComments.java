package de.kreiskonzept.deploy;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.participation.InviteeKind;
import de.kreiskonzept.model.participation.Moderation;
import de.kreiskonzept.platform.participation.AnswerForm;
import de.kreiskonzept.platform.participation.draft.CommentRoundForm;
import de.kreiskonzept.platform.participation.draft.CommentRounds;
import de.kreiskonzept.platform.participation.draft.Contributing;
import de.kreiskonzept.platform.participation.draft.ContributionForm;
import de.kreiskonzept.platform.participation.draft.Contributions;
import de.kreiskonzept.platform.participation.draft.DraftText;
import de.kreiskonzept.platform.participation.draft.InvitationForm;
import de.kreiskonzept.platform.participation.draft.Inviting;
import de.kreiskonzept.platform.participation.draft.Said;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An open comment round of an example county: a network has said something, and some of it is answered. No mail leaves. */
final class ExampleComments {
    private static final int WEEKS = 6;

    private final CommentRounds rounds;
    private final Inviting inviting;
    private final Contributing contributing;
    private final Contributions contributions;
    private final Clock clock;
    private final SignedIn author;

    ExampleComments(ApplicationContext platform, SignedIn author) {
        this.rounds = platform.getBean(CommentRounds.class);
        this.inviting = platform.getBean(Inviting.class);
        this.contributing = platform.getBean(Contributing.class);
        this.contributions = platform.getBean(Contributions.class);
        this.clock = platform.getBean(Clock.class);
        this.author = author;
    }

    /** Creates the round in the county of the current transaction; its draft is there already. */
    void create() {
        LocalDate today = LocalDate.now(clock);
        UUID id = rounds.create(
                new CommentRoundForm(
                        "Kommentierung des Entwurfs %d (Beispiel)".formatted(today.getYear()),
                        "Beispieldaten: Alle Beiträge und Antworten sind erfunden.",
                        "Vereine und Fachkräfte (Beispiel)",
                        today.plusWeeks(WEEKS).toString()),
                author);
        inviting.invite(id, new InvitationForm("", "Netzwerk Nachbarschaft (Beispiel)"), author);
        inviting.open(id, 0, author);
        UUID network = inviting.list(id).stream()
                .filter(one -> one.kind() == InviteeKind.NETWORK)
                .findFirst()
                .orElseThrow()
                .id();
        String link = inviting.renewLink(id, network, author);
        Contributing.Visit visit = contributing.byLink(link.substring(link.lastIndexOf('/') + 1));
        List<String> goals = visit.text().parts().stream()
                .filter(DraftText.Part::isGoal)
                .map(DraftText.Part::id)
                .toList();
        say(visit, goals.get(0), "comment", "Das Ziel ist gut zu verstehen. Wer kümmert sich darum?");
        say(visit, goals.get(1), "measure", "Der Beispielverein bietet einmal im Monat ein Sprachcafé im Freien an.");
        say(visit, goals.get(1), "goal", "Auch kleine Gemeinden haben einen Treffpunkt.");
        say(visit, "", "comment", "Bitte eine Kurzfassung in einfacher Sprache.");
        List<Said> said = contributions.board(id, author).said();
        said.stream().limit(2).forEach(one -> answer(id, one));
    }

    private void say(Contributing.Visit visit, String place, String kind, String words) {
        contributing.contribute(visit, new ContributionForm(place, kind, words, "", false, ""));
    }

    private void answer(UUID round, Said one) {
        contributions.moderate(one.contribution(), 0, Moderation.SHOWN, author);
        Said shown = contributions.get(round, one.contribution().id(), author);
        contributions.answer(
                shown.contribution(),
                1,
                new AnswerForm("changed", "Beispiel: Das nehmen wir auf und stimmen es mit den Gemeinden ab.", false),
                author);
    }
}
