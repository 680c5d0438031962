package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.model.onboarding.Action;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.model.workflow.ProcessTemplates;
import de.kreiskonzept.platform.directory.OrganisationForm;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.directory.Organisations;
import de.kreiskonzept.platform.identity.Accounts;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.workflow.Processes;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does one action, in the transaction of the confirmation. */
@Singleton
@InWorkspace
class Doing {
    private final Framing framing;
    private final Organisations organisations;
    private final OrganisationStore directory;
    private final Processes processes;
    private final Founding founding;
    private final Accounts accounts;

    Doing(
            Framing framing,
            Organisations organisations,
            OrganisationStore directory,
            Processes processes,
            Founding founding,
            Accounts accounts) {
        this.framing = framing;
        this.organisations = organisations;
        this.directory = directory;
        this.processes = processes;
        this.founding = founding;
        this.accounts = accounts;
    }

    /**
     * Does the action and gives the id of what it created or changed.
     *
     * @param before what the action has made before; null if nothing
     * @param address where an invitation goes; empty for other actions
     * @throws de.kreiskonzept.foundation.web.Refusal 409 where the version that people write in is adopted
     */
    UUID perform(Action action, @Nullable Created before, String address, SignedIn who) {
        return switch (action) {
            case Action.ChooseProfile profile -> framing.choose(profile.template(), who);
            case Action.AddOrganisation organisation -> organisation(OrganisationForm.named(organisation.name()), who);
            case Action.AddMunicipality municipality ->
                organisation(
                        new OrganisationForm(OrganisationKind.MUNICIPALITY.text(), municipality.name(), "", "", ""),
                        who);
            case Action.FoundCommittee committee -> founding.perform(committee, before, who);
            case Action.BeginProcess process -> process(process, before, who);
            case Action.InvitePerson person -> accounts.inviteMember(address, person.name(), who);
        };
    }

    // The same template in another month moves what is planned; another template is another process, and the first one
    // stays.
    private UUID process(Action.BeginProcess process, @Nullable Created before, SignedIn who) {
        YearMonth begin = YearMonth.from(process.begin().start());
        if (before != null && processes.follows(before.target(), process.template())) {
            processes.move(before.target(), begin, who);
            return before.target();
        }
        ProcessTemplate template = ProcessTemplates.find(process.template()).orElseThrow();
        return processes.begin(template, template.title(), begin, who);
    }

    private UUID organisation(OrganisationForm form, SignedIn who) {
        String words = Spelling.words(form.name());
        var known = directory.listByWords(List.of(words)).get(words);
        return known == null ? organisations.create(form, who) : known.id();
    }
}
