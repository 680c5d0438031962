package de.kreiskonzept.model.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommentingTest {
    private static final Instant NOW = Instant.parse("2028-02-29T23:30:00Z");
    private static final LocalDate LAST = LocalDate.of(2028, 3, 15);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final UUID ID = new UUID(0, 1);

    private final CommentRound draft =
            new CommentRound(ID, ID, "Kommentierung", "", "", LAST, CommentState.DRAFT, null, null, NOW, NOW, 0);
    private final Contribution contribution = new Contribution(
            ID,
            ID,
            ID,
            Place.WHOLE,
            ContributionKind.GOAL,
            "Mehr Kurse",
            "Eva Muster",
            false,
            Moderation.NEW,
            Decision.OPEN,
            "",
            false,
            NOW,
            NOW,
            0);

    @Test
    void takesContributionsWhileItIsOpenUpToItsLastDay() {
        CommentRound open = draft.opened(NOW);
        assertThat(draft.takesContributions(LAST)).isFalse();
        assertThat(open.takesContributions(LAST)).isTrue();
        assertThat(open.takesContributions(LAST.plusDays(1))).isFalse();
        assertThat(open.closed(NOW).takesContributions(LAST)).isFalse();
    }

    @Test
    void isReadFor90DaysAfterItsEndInTheTimeOfTheCounty() {
        CommentRound closed = draft.opened(NOW).closed(NOW);
        LocalDate end = LocalDate.of(2028, 3, 1);
        assertThat(draft.isReadable(end, ZONE)).isFalse();
        assertThat(draft.opened(NOW).isReadable(LAST.plusYears(1), ZONE)).isTrue();
        assertThat(closed.isReadable(end.plusDays(90), ZONE)).isTrue();
        assertThat(closed.isReadable(end.plusDays(91), ZONE)).isFalse();
    }

    @Test
    void deletesAddresses30DaysAfterItsEndInTheTimeOfTheCounty() {
        assertThat(draft.opened(NOW).forgetsAddressesOn(ZONE)).isEmpty();
        assertThat(draft.opened(NOW).closed(NOW).forgetsAddressesOn(ZONE)).contains(LocalDate.of(2028, 3, 31));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGED", "REFUSED"})
    void isNotChangedOrRefusedWithoutAWord(Decision decision) {
        assertThatThrownBy(() -> contribution.decided(decision, " ", false, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contribution
                        .decided(decision, "Dafür fehlt das Geld.", true, NOW)
                        .carriedOut())
                .isEqualTo(decision == Decision.CHANGED);
    }

    @Test
    void waitsForAnAnswerUnlessItIsHidden() {
        assertThat(contribution.waits()).isTrue();
        assertThat(contribution.moderated(Moderation.SHOWN, NOW).waits()).isTrue();
        assertThat(contribution.moderated(Moderation.HIDDEN, NOW).waits()).isFalse();
        assertThat(contribution.decided(Decision.TAKEN, "", false, NOW).waits()).isFalse();
    }

    @Test
    void namesNobodyWhoDidNotAgree() {
        assertThat(contribution.shownName()).isEmpty();
    }

    @Test
    void readsPeopleFromLinesAndNamesTheLinesThatAreNone() {
        var found = InviteeLines.read(
                "Eva Muster; eva@verein.example\n\nAmt; für Soziales; amt@kreis.example\nnur ein Name\n; a@b.example\nEva M.; EVA@verein.example\nX; keine Adresse",
                text -> text.contains("@"),
                20);
        assertThat(found.people())
                .extracting(InviteeLines.Person::name)
                .containsExactly("Eva Muster", "Amt; für Soziales");
        assertThat(found.faulty()).containsExactly(4, 5, 7);
    }

    @Test
    void aPlaceIsOnePartOrTheWhole() {
        assertThat(Place.WHOLE.id()).isNull();
        assertThat(Place.goal(ID, "Ziel").id()).isEqualTo(ID);
        assertThatThrownBy(() -> new Place(ID, ID, null, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyPeopleHaveAnAddress() {
        assertThatThrownBy(() -> new Invitee(ID, ID, InviteeKind.NETWORK, "Netz", "a@b.example", false, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        var person = new Invitee(ID, ID, InviteeKind.PERSON, "Eva", "a@b.example", true, NOW, NOW);
        assertThat(person.linkState()).isEqualTo("revoked");
    }
}
