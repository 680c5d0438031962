package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.provisioning.StepProgress;
import de.kreiskonzept.admin.registry.TenantEvent;
import de.kreiskonzept.admin.registry.WorkspaceFigures;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with its history.
 *
 * @param events all changes of state, the first one first
 * @param steps all five steps of its building, in their order
 * @param actions what can be done about it now: suspend, resume, retry, invite
 * @param figures how much it is used; null where nobody has counted yet
 */
@Serdeable
@Schema(name = "TenantDetail")
public record TenantDetailView(
        TenantView tenant,
        List<Event> events,
        List<StepView> steps,
        List<String> actions,
        @Nullable Figures figures) {

    /**
     * How much a workspace is used, without a word of what stands in it.
     *
     * @param lastSignIn ISO-8601; null where nobody has signed in lately
     * @param settled questions of the guided start that are settled
     * @param questions all of them
     * @param uploadBytes size of uploaded files
     * @param countedAt ISO-8601
     */
    @Serdeable
    @Schema(name = "TenantFigures")
    public record Figures(
            int accounts,
            @Nullable String lastSignIn,
            int openRounds,
            int settled,
            int questions,
            long uploadBytes,
            String countedAt) {
        static Figures of(WorkspaceFigures figures) {
            return new Figures(
                    figures.accounts(),
                    figures.lastSignIn() == null
                            ? null
                            : figures.lastSignIn().toInstant().toString(),
                    figures.openRounds(),
                    figures.settled(),
                    figures.questions(),
                    figures.uploadBytes(),
                    figures.countedAt().toInstant().toString());
        }
    }

    /**
     * A change of state.
     *
     * @param from null for the first one
     * @param at ISO-8601
     */
    @Serdeable
    @Schema(name = "TenantEvent")
    public record Event(@Nullable String from, String to, String actor, String reason, String at) {
        static Event of(TenantEvent event) {
            return new Event(
                    event.from() == null ? null : event.from().text(),
                    event.to().text(),
                    event.actor(),
                    event.reason(),
                    event.at().toInstant().toString());
        }
    }

    /**
     * A step of the building.
     *
     * @param doneAt ISO-8601; null while it is not done
     */
    @Serdeable
    @Schema(name = "ProvisioningStep")
    public record StepView(
            String step,
            @Nullable String doneAt,
            int attempts,
            @Nullable String lastError) {
        static StepView of(StepProgress step) {
            return new StepView(
                    step.step().text(),
                    step.doneAt() == null ? null : step.doneAt().toInstant().toString(),
                    step.attempts(),
                    step.lastError());
        }
    }
}
