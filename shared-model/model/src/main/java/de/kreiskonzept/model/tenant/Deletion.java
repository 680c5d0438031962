package de.kreiskonzept.model.tenant;

import de.kreiskonzept.model.tenant.ArchiveOffer.Answer;
import de.kreiskonzept.model.tenant.DeletionRefused.Why;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a county's data: the county may take them along (GDPR art. 28 (3) g), an archive is asked whether it takes them over, and then
 * a time runs in which everything can be called off.
 *
 * @param export null while the county has not answered
 * @param offer null while no archive was asked; not before the county has answered
 * @param settledOn day on which the last answer was recorded, from which the waiting time runs; null before
 */
public record Deletion(
        Progress progress,
        @Nullable ExportAnswer export,
        @Nullable ArchiveOffer offer,
        @Nullable LocalDate settledOn) {
    /** Time between the last answer and the removal. */
    public static final Period WAITING_TIME = Period.ofDays(30);

    /** Nobody has answered anything yet. */
    public static final Deletion ANNOUNCED = new Deletion(Progress.OPEN, null, null, null);

    /** How far the removal has come. */
    public enum Progress {
        /** Nothing is removed. */
        OPEN,
        /** Is being removed. */
        ERASING,
        /** Everything is gone. */
        DONE,
        /** Was called off; nothing was removed. */
        CANCELLED;

        /** Text in the database: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The value with exactly this {@link #text()}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Progress of(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown progress of a deletion: " + text));
        }
    }

    /** @throws IllegalArgumentException if something is removed, or settled, before it may */
    public Deletion {
        if (offer != null && export == null) {
            throw new IllegalArgumentException("The county answers before the archive is asked");
        }
        if (offer != null && offer.answer() == Answer.ACCEPTED && !(export instanceof ExportAnswer.Taken)) {
            throw new IllegalArgumentException("An archive takes over a file that exists");
        }
        if ((settledOn != null) != (offer != null && offer.isAnswered())) {
            throw new IllegalArgumentException("Settled is what the archive has answered");
        }
        if ((progress == Progress.ERASING || progress == Progress.DONE) && settledOn == null) {
            throw new IllegalArgumentException("Nothing is removed before everything is settled");
        }
    }

    /** What comes next. */
    public DeletionStage stage(LocalDate today) {
        return switch (progress) {
            case OPEN -> openStage(today);
            case ERASING -> DeletionStage.ERASING;
            case DONE -> DeletionStage.DONE;
            case CANCELLED -> DeletionStage.CANCELLED;
        };
    }

    private DeletionStage openStage(LocalDate today) {
        if (export == null) {
            return DeletionStage.EXPORT;
        }
        return waitsUntil()
                .map(last -> today.isAfter(last) ? DeletionStage.DUE : DeletionStage.WAITING)
                .orElse(DeletionStage.ARCHIVE);
    }

    /** Last day of the waiting time; empty while something is not settled. */
    public Optional<LocalDate> waitsUntil() {
        return Optional.ofNullable(settledOn).map(day -> day.plus(WAITING_TIME));
    }

    /**
     * Records what the county has said; another answer may take its place.
     *
     * @throws DeletionRefused when it is too late, or the archive takes over the file that is declined now
     */
    public Deletion answered(ExportAnswer answer) {
        checkOpen();
        if (offer != null && offer.answer() == Answer.ACCEPTED && answer instanceof ExportAnswer.Declined) {
            throw new DeletionRefused(Why.EXPORT_NEEDED);
        }
        return new Deletion(progress, answer, offer, settledOn);
    }

    /**
     * Records the offer to an archive, or its answer; with the answer the waiting time begins, from the start each time.
     *
     * @throws DeletionRefused when the county has not answered yet, an archive is to take over what nobody has, a day lies in the future, or
     *     it is too late
     */
    public Deletion offered(ArchiveOffer to, LocalDate today) {
        checkOpen();
        if (export == null) {
            throw new DeletionRefused(Why.EXPORT_OPEN);
        }
        if (to.answer() == Answer.ACCEPTED && export instanceof ExportAnswer.Declined) {
            throw new DeletionRefused(Why.EXPORT_NEEDED);
        }
        if (to.lastDay().isAfter(today)) {
            throw new DeletionRefused(Why.FUTURE);
        }
        return new Deletion(progress, export, to, to.isAnswered() ? today : null);
    }

    /**
     * Calls everything off.
     *
     * @throws DeletionRefused when it is too late
     */
    public Deletion cancelled() {
        checkOpen();
        return new Deletion(Progress.CANCELLED, export, offer, settledOn);
    }

    /**
     * Begins the removal.
     *
     * @throws DeletionRefused when something is not settled, the waiting time is not over, or it has begun
     */
    public Deletion begun(LocalDate today) {
        checkOpen();
        if (stage(today) != DeletionStage.DUE) {
            throw new DeletionRefused(export == null ? Why.EXPORT_OPEN : Why.WAITING);
        }
        return new Deletion(Progress.ERASING, export, offer, settledOn);
    }

    /** Ends the removal that was begun. */
    public Deletion done() {
        if (progress != Progress.ERASING) {
            throw new DeletionRefused(Why.OVER);
        }
        return new Deletion(Progress.DONE, export, offer, settledOn);
    }

    private void checkOpen() {
        if (progress != Progress.OPEN) {
            throw new DeletionRefused(Why.OVER);
        }
    }
}
