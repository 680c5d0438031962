package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.CommitteeState;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.onboarding.Action;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeForm;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.committee.seat.SeatRuleForm;
import de.kreiskonzept.platform.committee.seat.SeatRules;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans a committee with seats as answers propose it. One that people have set up under the same name is taken as it is; one that came
 * from answers follows them in name and number of seats and loses nothing.
 */
@Singleton
@InWorkspace
class Founding {
    private final Committees committees;
    private final SeatRules rules;

    Founding(Committees committees, SeatRules rules) {
        this.committees = committees;
        this.rules = rules;
    }

    /**
     * Creates or changes the committee and gives its id.
     *
     * @param before what the action has made before; null if nothing
     */
    UUID perform(Action.FoundCommittee action, @Nullable Created before, SignedIn who) {
        CommitteeBook book = committees.read(who);
        Optional<Committee> made =
                before == null ? Optional.empty() : book.structure().find(before.target());
        if (made.isPresent()) {
            follow(made.get(), book, action, who);
            return made.get().id();
        }
        Optional<Committee> known = named(book, action);
        if (known.isPresent()) {
            return known.get().id();
        }
        UUID id = committees.create(CommitteeForm.planned(planned(action, book)), who);
        action.seats().forEach(seat -> rules.create(id, form(seat), who));
        return id;
    }

    private void follow(Committee made, CommitteeBook book, Action.FoundCommittee action, SignedIn who) {
        if (!made.name().equals(action.name())) {
            committees.change(made.id(), made.version(), CommitteeForm.renamed(made, action.name()), who);
        }
        for (Action.Seat seat : action.seats()) {
            Optional<SeatRule> rule = book.structure().rulesOf(made.id()).stream()
                    .filter(one -> one.name().equals(seat.who()))
                    .findFirst();
            SeatRuleForm asked = form(seat);
            if (rule.isEmpty()) {
                rules.create(made.id(), asked, who);
            } else if (!SeatRuleForm.of(rule.get()).hasSeatsOf(asked)) {
                SeatRuleForm changed = SeatRuleForm.of(rule.get()).withSeatsOf(asked);
                rules.change(rule.get().id(), rule.get().version(), changed, who);
            }
        }
    }

    private Optional<Committee> named(CommitteeBook book, Action.FoundCommittee action) {
        return book.structure().committees().stream()
                .filter(one -> one.kind() == kind(action)
                        && one.name().equalsIgnoreCase(action.name())
                        && one.stateOn(committees.today()) != CommitteeState.DISSOLVED)
                .findFirst();
    }

    // A working group reports to the steering group, which the same confirmation may just have made.
    private CommitteeForm.Planned planned(Action.FoundCommittee action, CommitteeBook book) {
        boolean steers = action.kind() == Action.CommitteeKind.STEERING_GROUP;
        Optional<UUID> above = book.structure().committees().stream()
                .filter(one -> !steers
                        && one.kind() == CommitteeKind.STEERING_GROUP
                        && one.stateOn(committees.today()) != CommitteeState.DISSOLVED)
                .map(Committee::id)
                .findFirst();
        return new CommitteeForm.Planned(
                action.name(), kind(action), steers ? 2 : 3, above.orElse(null), String.join("\n", action.tasks()));
    }

    private static CommitteeKind kind(Action.FoundCommittee action) {
        return CommitteeKind.find(action.kind().text()).orElseThrow();
    }

    private static SeatRuleForm form(Action.Seat seat) {
        return SeatRuleForm.named(seat.who(), seat.optional() ? 0 : seat.number(), seat.number());
    }
}
