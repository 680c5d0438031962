package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.onboarding.Action.CommitteeKind;
import de.kreiskonzept.model.onboarding.Action.Seat;
import java.util.List;

/** What a checklist says that an answer would create; with the answers it becomes actions. */
public sealed interface Proposal {
    /** When it is proposed. */
    Condition when();

    /** References to the fields it takes something from. */
    List<String> fields();

    /** What it would do with these answers, whether or not it is proposed. */
    List<Action> actions(Answers answers);

    /** The structure of a template. */
    record Structure(Condition when, String template) implements Proposal {
        @Override
        public List<String> fields() {
            return List.of();
        }

        @Override
        public List<Action> actions(Answers answers) {
            return List.of(new Action.ChooseProfile(template));
        }
    }

    /**
     * A committee, or one for each name in a field.
     *
     * @param name what it is called; begins the name where there is a field
     * @param from reference to the field with the names; empty for one committee
     */
    record Committee(Condition when, CommitteeKind kind, String name, String from, List<String> tasks, List<Seat> seats)
            implements Proposal {
        /** Copies the lists. */
        public Committee {
            tasks = List.copyOf(tasks);
            seats = List.copyOf(seats);
        }

        @Override
        public List<String> fields() {
            return from.isEmpty() ? List.of() : List.of(from);
        }

        @Override
        public List<Action> actions(Answers answers) {
            List<String> names = from.isEmpty()
                    ? List.of(name)
                    : answers.values(from).stream()
                            .map(value -> name + " " + value)
                            .toList();
            return names.stream()
                    .<Action>map(one -> new Action.FoundCommittee(kind, one, tasks, seats))
                    .toList();
        }
    }

    /**
     * A process from a template.
     *
     * @param begin reference to the field that says when it begins
     */
    record Procedure(Condition when, String template, String begin) implements Proposal {
        @Override
        public List<String> fields() {
            return List.of(begin);
        }

        @Override
        public List<Action> actions(Answers answers) {
            return answers.date(begin).stream()
                    .<Action>map(moment -> new Action.BeginProcess(template, moment))
                    .toList();
        }
    }

    /** One action for each name in a field. */
    record Names(Condition when, Kind kind, String from) implements Proposal {
        /** What becomes of the names. */
        public enum Kind {
            /** Persons are invited. */
            INVITATIONS,
            /** Organisations come into the directory. */
            ORGANISATIONS,
            /** Municipalities take part. */
            MUNICIPALITIES
        }

        @Override
        public List<String> fields() {
            return List.of(from);
        }

        @Override
        public List<Action> actions(Answers answers) {
            return answers.values(from).stream().map(this::action).toList();
        }

        private Action action(String name) {
            return switch (kind) {
                case INVITATIONS -> new Action.InvitePerson(name);
                case ORGANISATIONS -> new Action.AddOrganisation(name);
                case MUNICIPALITIES -> new Action.AddMunicipality(name);
            };
        }
    }
}
