package de.kreiskonzept.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import de.kreiskonzept.model.tenant.ArchiveOffer.Answer;
import de.kreiskonzept.model.tenant.DeletionRefused.Why;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeletionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ExportAnswer TAKEN = new ExportAnswer.Taken(TODAY, "0123456789abcdef".repeat(4));
    private static final ExportAnswer DECLINED = new ExportAnswer.Declined(TODAY);
    private static final ArchiveOffer ASKED = offer(Answer.OPEN);

    @Test
    void asksTheCountyThenTheArchiveAndWaitsThen() {
        var deletion = Deletion.ANNOUNCED;
        assertThat(deletion.stage(TODAY)).isEqualTo(DeletionStage.EXPORT);
        deletion = deletion.answered(DECLINED);
        assertThat(deletion.stage(TODAY)).isEqualTo(DeletionStage.ARCHIVE);
        deletion = deletion.offered(ASKED, TODAY);
        assertThat(deletion.stage(TODAY)).isEqualTo(DeletionStage.ARCHIVE);
        assertThat(deletion.waitsUntil()).isEmpty();
        deletion = deletion.offered(offer(Answer.DECLINED), TODAY);
        assertThat(deletion.stage(TODAY)).isEqualTo(DeletionStage.WAITING);
        assertThat(deletion.waitsUntil()).contains(LocalDate.of(2026, 12, 22));
    }

    @Test
    void isDueOnTheDayAfterTheWaitingTime() {
        var settled = settled();
        assertThat(settled.stage(LocalDate.of(2026, 12, 22))).isEqualTo(DeletionStage.WAITING);
        assertThat(settled.stage(LocalDate.of(2026, 12, 23))).isEqualTo(DeletionStage.DUE);
        refuses(Why.WAITING, () -> settled.begun(LocalDate.of(2026, 12, 22)));
        var begun = settled.begun(LocalDate.of(2026, 12, 23));
        assertThat(begun.stage(TODAY)).isEqualTo(DeletionStage.ERASING);
        assertThat(begun.done().stage(TODAY)).isEqualTo(DeletionStage.DONE);
    }

    @Test
    void waitsAnewAfterAnotherAnswerOfTheArchive() {
        var later = TODAY.plusDays(20);
        assertThat(settled().offered(offer(Answer.ACCEPTED), later).waitsUntil())
                .contains(later.plusDays(30));
        assertThat(settled().offered(ASKED, later).stage(later)).isEqualTo(DeletionStage.ARCHIVE);
    }

    @Test
    void asksNoArchiveBeforeTheCountyHasAnswered() {
        refuses(Why.EXPORT_OPEN, () -> Deletion.ANNOUNCED.offered(ASKED, TODAY));
        refuses(Why.EXPORT_OPEN, () -> Deletion.ANNOUNCED.begun(TODAY.plusYears(1)));
    }

    @Test
    void anArchiveTakesOverOnlyWhatSomebodyHas() {
        refuses(Why.EXPORT_NEEDED, () -> Deletion.ANNOUNCED.answered(DECLINED).offered(offer(Answer.ACCEPTED), TODAY));
        var accepted = Deletion.ANNOUNCED.answered(TAKEN).offered(offer(Answer.ACCEPTED), TODAY);
        refuses(Why.EXPORT_NEEDED, () -> accepted.answered(DECLINED));
        assertThat(accepted.answered(TAKEN)).isEqualTo(accepted);
    }

    @Test
    void recordsNoDayThatHasNotCome() {
        var asked = Deletion.ANNOUNCED.answered(TAKEN);
        refuses(Why.FUTURE, () -> asked.offered(ASKED, TODAY.minusDays(1)));
        assertThat(asked.offered(ASKED, TODAY).offer()).isEqualTo(ASKED);
    }

    @Test
    void isCalledOffAtAnyTimeBeforeItBegins() {
        var due = settled();
        assertThat(due.cancelled().stage(TODAY.plusYears(1))).isEqualTo(DeletionStage.CANCELLED);
        assertThat(Deletion.ANNOUNCED.cancelled().stage(TODAY)).isEqualTo(DeletionStage.CANCELLED);
        var begun = due.begun(TODAY.plusDays(31));
        refuses(Why.OVER, begun::cancelled);
        refuses(Why.OVER, () -> begun.answered(TAKEN));
        refuses(Why.OVER, () -> begun.offered(ASKED, TODAY));
        refuses(Why.OVER, () -> begun.begun(TODAY.plusDays(32)));
        refuses(Why.OVER, begun.done()::done);
        refuses(Why.OVER, due.cancelled()::cancelled);
    }

    @ParameterizedTest
    @EnumSource
    void canBeCalledOffWhileNothingIsRemoved(DeletionStage stage) {
        assertThat(stage.isOpen())
                .isEqualTo(stage == DeletionStage.EXPORT
                        || stage == DeletionStage.ARCHIVE
                        || stage == DeletionStage.WAITING
                        || stage == DeletionStage.DUE);
        assertThat(stage.text()).isEqualTo(stage.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void cannotExistWhereSomethingIsLeftOut() {
        wrong(() -> new Deletion(Deletion.Progress.ERASING, TAKEN, ASKED, null));
        wrong(() -> new Deletion(Deletion.Progress.OPEN, null, ASKED, null));
        wrong(() -> new Deletion(Deletion.Progress.OPEN, TAKEN, ASKED, TODAY));
        wrong(() -> new Deletion(Deletion.Progress.OPEN, TAKEN, offer(Answer.DECLINED), null));
        wrong(() -> new Deletion(Deletion.Progress.OPEN, DECLINED, offer(Answer.ACCEPTED), TODAY));
        wrong(() -> new ArchiveOffer(" ", TODAY, Answer.OPEN, null, ""));
        wrong(() -> new ArchiveOffer("Kreisarchiv", TODAY, Answer.OPEN, TODAY, ""));
        wrong(() -> new ArchiveOffer("Kreisarchiv", TODAY, Answer.ACCEPTED, null, ""));
        wrong(() -> new ArchiveOffer("Kreisarchiv", TODAY, Answer.ACCEPTED, TODAY.minusDays(1), ""));
        wrong(() -> new ExportAnswer.Taken(TODAY, "abc"));
    }

    @Test
    void isReadBackFromItsTexts() {
        assertThat(Deletion.Progress.values())
                .allSatisfy(
                        each -> assertThat(Deletion.Progress.of(each.text())).isEqualTo(each));
        assertThat(Answer.values())
                .allSatisfy(each -> assertThat(Answer.of(each.text())).isEqualTo(each));
        wrong(() -> Deletion.Progress.of("gone"));
        wrong(() -> Answer.of("perhaps"));
    }

    private static Deletion settled() {
        return Deletion.ANNOUNCED.answered(TAKEN).offered(offer(Answer.DECLINED), TODAY);
    }

    private static ArchiveOffer offer(Answer answer) {
        return new ArchiveOffer("Kreisarchiv Konstanz", TODAY, answer, answer == Answer.OPEN ? null : TODAY, "");
    }

    private static void wrong(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuses(Why why, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(DeletionRefused.class))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
