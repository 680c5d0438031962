package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.model.onboarding.Action;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.model.workflow.ProcessTemplates;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.directory.OrganisationForm;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.directory.Organisations;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
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
    private final Concepts concepts;
    private final Organisations organisations;
    private final OrganisationStore directory;
    private final Processes processes;
    private final CurrentWorkspace county;
    private final Texts texts;

    Doing(
            Concepts concepts,
            Organisations organisations,
            OrganisationStore directory,
            Processes processes,
            CurrentWorkspace county,
            Texts texts) {
        this.concepts = concepts;
        this.organisations = organisations;
        this.directory = directory;
        this.processes = processes;
        this.county = county;
        this.texts = texts;
    }

    /**
     * Does the action and gives the id of what it created or changed.
     *
     * @param before what the action has made before; null if nothing
     * @throws de.kreiskonzept.foundation.web.Refusal 409 where the version that people write in is adopted
     */
    UUID perform(Action action, @Nullable Created before, SignedIn who) {
        return switch (action) {
            case Action.ChooseProfile profile -> structure(profile.template(), who);
            case Action.AddOrganisation organisation -> organisation(OrganisationForm.named(organisation.name()), who);
            case Action.AddMunicipality municipality ->
                organisation(
                        new OrganisationForm(OrganisationKind.MUNICIPALITY.text(), municipality.name(), "", "", ""),
                        who);
            case Action.FoundCommittee committee -> throw new IllegalStateException(committee.key());
            case Action.BeginProcess process -> process(process, before, who);
            case Action.InvitePerson person -> throw new IllegalStateException(person.key());
        };
    }

    // Without a concept the frame of one is begun, because a structure is always that of a version.
    private UUID structure(String template, SignedIn who) {
        UUID version = concepts.findCurrentVersion()
                .orElseGet(() -> concepts.begin(
                        texts.text("proposal.concept.title", county.get().name()),
                        texts.text("proposal.concept.label"),
                        StatedCounts.NONE,
                        new Actor(who.accountId(), who.name())))
                .id();
        concepts.name(version, Templates.get(template));
        return version;
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
