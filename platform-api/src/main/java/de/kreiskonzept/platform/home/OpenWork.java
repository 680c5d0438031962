package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.platform.identity.Accounts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Evaluation;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** "Meine Aufgaben": what waits for a person, found in the data of the county. */
@Singleton
@InWorkspace(readOnly = true)
public class OpenWork {
    private final Evaluation evaluation;
    private final Accounts accounts;
    private final LeadWork leads;
    private final QuietMeasures quiet;
    private final EditorWork editors;
    private final TaskWords words;

    OpenWork(
            Evaluation evaluation,
            Accounts accounts,
            LeadWork leads,
            QuietMeasures quiet,
            EditorWork editors,
            TaskWords words) {
        this.evaluation = evaluation;
        this.accounts = accounts;
        this.leads = leads;
        this.quiet = quiet;
        this.editors = editors;
        this.words = words;
    }

    /**
     * Lists what a person can do next, the most urgent first; each can be opened.
     *
     * @param home start page of the county, with a slash at its end
     */
    public List<Task> of(String home, UUID account, String role) {
        return of(home, Map.of(account, role)).getOrDefault(account, List.of());
    }

    /**
     * Lists what each of several people can do next, by their accounts; what is the same for all of a role is looked up once.
     *
     * @param home start page of the county, with a slash at its end
     * @param people role of each account
     */
    public Map<UUID, List<Task>> of(String home, Map<UUID, String> people) {
        var ampel = evaluation.find();
        var byRole = new HashMap<String, List<Task>>();
        var tasks = new HashMap<UUID, List<Task>>();
        people.forEach((account, role) -> {
            if (!role.equals(Roles.EDITOR)) {
                tasks.put(account, byRole.computeIfAbsent(role, one -> ofRole(home, one, ampel)));
            }
        });
        if (people.containsValue(Roles.EDITOR)) {
            tasks.putAll(editors.of(home));
        }
        return tasks;
    }

    private List<Task> ofRole(String home, String role, Optional<Ampel> ampel) {
        return switch (role) {
            case Roles.LEAD -> ofLead(home, ampel);
            case Roles.ADMIN -> ofAdmin(home, ampel);
            default -> List.of();
        };
    }

    private List<Task> ofLead(String home, Optional<Ampel> ampel) {
        var tasks = new ArrayList<>(leads.urgent(home));
        if (ampel.isEmpty()) {
            tasks.add(words.task("import", home + "konzept/import", 0));
            tasks.add(words.task("begin", home + "konzept", 0));
            return tasks;
        }
        tasks.addAll(assessments(home, ampel.get()));
        tasks.addAll(quiet.of(home));
        var deviations = deviations(ampel.get());
        if (deviations > 0) {
            tasks.add(words.task("deviations", home + "konzept", deviations));
        }
        return tasks;
    }

    private List<Task> ofAdmin(String home, Optional<Ampel> ampel) {
        var tasks = new ArrayList<Task>();
        var invited = accounts.countInvited();
        if (invited > 0) {
            tasks.add(words.task("invitations", home + "konten", invited));
        }
        if (ampel.isEmpty()) {
            tasks.add(words.task("invite", home + "konten/neu", 0));
        }
        return tasks;
    }

    private List<Task> assessments(String home, Ampel ampel) {
        var grey = ampel.total().tally().grey();
        return grey == 0
                ? List.of()
                : List.of(words.task("assess", home + "konzept/massnahmen?ampel=grau&auswertung=ja", grey));
    }

    private static int deviations(Ampel ampel) {
        return ampel.total().differences().size()
                + ampel.sections().stream()
                        .flatMap(Ampel.OfSection::all)
                        .mapToInt(section -> section.figures().differences().size())
                        .sum();
    }
}
