package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.model.onboarding.Action;
import de.kreiskonzept.model.onboarding.Plan;
import de.kreiskonzept.model.onboarding.Question;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An action of the plan as it stands to the workspace.
 *
 * @param created what it has made so far; null if nothing
 */
public record Offer(
        Plan.Entry entry, Question question, @Nullable Created created) {
    /** How an action stands to the workspace. */
    public enum State {
        /** It would create something. */
        NEW,
        /** It would change what it has made before. */
        CHANGED,
        /** It is done. */
        DONE;

        /** Key of the German word in the message files. */
        public String wordKey() {
            return "proposal.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The action. */
    public Action action() {
        return entry.action();
    }

    /** How it stands to the workspace. */
    public State state() {
        if (created == null) {
            return State.NEW;
        }
        return created.content().equals(content(action())) ? State.DONE : State.CHANGED;
    }

    /** Whether it can be done now. */
    public boolean isOpen() {
        return state() != State.DONE;
    }

    /** What makes an action what it is; its first line is what people call it. */
    static String content(Action action) {
        return switch (action) {
            case Action.ChooseProfile profile -> profile.template();
            case Action.AddOrganisation organisation -> organisation.name();
            case Action.AddMunicipality municipality -> municipality.name();
            case Action.FoundCommittee committee -> committee.name() + "\n" + seats(committee);
            case Action.BeginProcess process ->
                process.template() + " " + process.begin().text();
            case Action.InvitePerson person -> person.name();
        };
    }

    private static String seats(Action.FoundCommittee committee) {
        return committee.seats().stream()
                .map(seat -> seat.who() + ": " + (seat.optional() ? "0-" : "") + seat.number())
                .collect(Collectors.joining("\n"));
    }
}
