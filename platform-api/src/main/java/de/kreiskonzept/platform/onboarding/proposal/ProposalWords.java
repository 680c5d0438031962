package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.model.onboarding.Action;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.model.workflow.PlannedStep;
import de.kreiskonzept.model.workflow.ProcessTemplates;
import java.time.YearMonth;
import java.util.List;

/** What actions do, in German. */
public final class ProposalWords {
    private ProposalWords() {}

    /** What an action does, as a German sentence. */
    public static String sentence(PageFrame page, Action action) {
        return switch (action) {
            case Action.ChooseProfile profile -> page.t("proposal.action.profile", title(profile.template()));
            case Action.FoundCommittee committee -> page.t("proposal.action.committee", committee.name());
            case Action.BeginProcess process ->
                page.t("proposal.action.process", process.begin().text());
            case Action.InvitePerson person -> page.t("proposal.action.invitation", person.name());
            case Action.AddOrganisation organisation -> page.t("proposal.action.organisation", organisation.name());
            case Action.AddMunicipality municipality -> page.t("proposal.action.municipality", municipality.name());
        };
    }

    /** Address of what was created, without the name of the server; accounts stand in the list of the admin. */
    public static String address(String home, Created created) {
        String kind = created.action().split(":", 2)[0];
        return switch (kind) {
            case "profile" -> home + "/konzept";
            case "process" -> home + "/ablauf/" + created.target();
            case "steering_group", "working_group" -> home + "/gremien/" + created.target();
            case "invitation" -> home + "/konten";
            default -> home + "/organisationen/" + created.target();
        };
    }

    /** The steps of a process with their months. */
    public static List<PlannedStep> steps(Action.BeginProcess process) {
        return ProcessTemplates.find(process.template())
                .orElseThrow()
                .planned(YearMonth.from(process.begin().start()));
    }

    private static String title(String template) {
        return Templates.find(template).orElseThrow().title();
    }
}
