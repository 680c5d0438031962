package de.kreiskonzept.model.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class VoteSentenceTest {
    @Example
    void readsNumbersForAndAgainst() {
        expect("43 Ja, 2 Nein", votes(43, 2, null), Result.NONE);
        expect("43 Ja-Stimmen, 2 Nein-Stimmen und 3 Enthaltungen", votes(43, 2, 3), Result.NONE);
        expect("Ja: 43, Nein: 2, Enthaltungen: 0", votes(43, 2, 0), Result.NONE);
        expect("Der Kreistag stimmt mit 43 zu 2 Stimmen zu.", votes(43, 2, null), Result.NONE);
        expect("Mit 43:2 Stimmen beschlossen", votes(43, 2, null), Result.APPROVED);
    }

    @Example
    void namesWhoVotedAgainst() {
        var read = VoteSentence.read("Mehrheitlich beschlossen bei 2 Gegenstimmen (FDP)")
                .orElseThrow();

        assertThat(read.votes()).isEqualTo(votes(null, 2, null));
        assertThat(read.result()).isEqualTo(Result.MAJORITY);
        assertThat(read.against()).containsExactly("FDP");
        assertThat(VoteSentence.read("bei 3 Gegenstimmen (FDP, Die Linke und ein Fraktionsloser)")
                        .orElseThrow()
                        .against())
                .containsExactly("FDP", "Die Linke", "ein Fraktionsloser");
    }

    @Example
    void unanimousMeansNoVoteAgainstAndLeavesAbstentionsUnknown() {
        expect("Einstimmig beschlossen", votes(null, 0, null), Result.UNANIMOUS);
        expect("einstimmig bei drei Enthaltungen", votes(null, 0, 3), Result.UNANIMOUS);
    }

    @Example
    void readsNumbersInWords() {
        expect("mehrheitlich bei einer Gegenstimme und ohne Enthaltungen", votes(null, 1, 0), Result.MAJORITY);
        expect("Mit zwölf Ja-Stimmen, keiner Nein-Stimme", votes(12, 0, null), Result.NONE);
    }

    @Example
    void aDecisionPutOffIsNotApproved() {
        expect("Der Beschluss wird vertagt.", Votes.UNKNOWN, Result.POSTPONED);
        assertThat(VoteSentence.read("Beschluss: vertagt. Ja: 14, Nein: 0, Anwesend: 14"))
                .contains(new VoteSentence(new Votes(14, 0, null, null, 14), Result.POSTPONED, List.of()));
        expect("Die Vorlage wurde zurückgestellt und nicht beschlossen", Votes.UNKNOWN, Result.POSTPONED);
    }

    @Example
    void refusalIsNotReadAsApproval() {
        expect("Der Vorlage wurde nicht zugestimmt", Votes.UNKNOWN, Result.REJECTED);
        expect("mehrheitlich abgelehnt mit 3 Ja und 9 Nein", votes(3, 9, null), Result.REJECTED);
    }

    @Example
    void readsWhatIsNoDecision() {
        expect("Der Ausschuss nimmt den Bericht zur Kenntnis.", Votes.UNKNOWN, Result.NOTED);
    }

    @Example
    void whatSaysNothingOfAVoteIsNotRead() {
        assertThat(VoteSentence.read("")).isEmpty();
        assertThat(VoteSentence.read("Am 31.12.2025 tagten 12 Personen in Raum 2."))
                .isEmpty();
        assertThat(VoteSentence.read("Januar 2026, Nina Neinhaus")).isEmpty();
    }

    @Example
    void contradictionsAreNotRead() {
        assertThat(VoteSentence.read("einstimmig bei 2 Gegenstimmen")).isEmpty();
        assertThat(VoteSentence.read("10 Anwesende, 9 Ja, 2 Nein")).isEmpty();
    }

    @Property
    void everyNumberComesBackAsItStands(
            @ForAll @IntRange(max = 999) int yes,
            @ForAll @IntRange(max = 999) int no,
            @ForAll @IntRange(max = 999) int abstained) {
        expect(
                "mit %d Ja-Stimmen, %d Nein-Stimmen und %d Enthaltungen".formatted(yes, no, abstained),
                votes(yes, no, abstained),
                Result.NONE);
    }

    private static void expect(String sentence, Votes votes, Result result) {
        assertThat(VoteSentence.read(sentence))
                .as(sentence)
                .isEqualTo(Optional.of(new VoteSentence(votes, result, List.of())));
    }

    private static Votes votes(@Nullable Integer yes, @Nullable Integer no, @Nullable Integer abstained) {
        return new Votes(yes, no, abstained, null, null);
    }
}
