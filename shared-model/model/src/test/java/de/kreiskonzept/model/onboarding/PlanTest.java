package de.kreiskonzept.model.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.measure.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    @ParameterizedTest
    @CsvSource({
        "depth.depth=framework, framework",
        "depth.depth=detailed, konstanz",
        "depth.depth=detailed;depth.shape=fields, konstanz",
        "depth.depth=detailed;depth.shape=chapters, boeblingen"
    })
    void depthProposesTheStructure(String entries, String template) {
        assertThat(Plan.of(Iq.decided(entries.split(";"))).entries())
                .containsExactly(new Plan.Entry("depth", new Action.ChooseProfile(template)));
    }

    @Test
    void nothingIsProposedBeforeItIsDecided() {
        assertThat(Plan.of(Iq.inClarification("depth.depth=framework")).entries())
                .isEmpty();
    }

    @Test
    void aProjectProposesTheSteeringGroupItsWorkingGroupsAndTheProcess() {
        var plan = Plan.of(Iq.decided(
                "project.as_project=yes",
                "project.begin=01/2027",
                "project.working_groups=Sprache|Arbeit",
                "project.group_leads=Frau Muster"));
        assertThat(plan.entries())
                .extracting(entry -> entry.action().key())
                .containsExactly(
                        "steering_group",
                        "working_group:Arbeitsgruppe Sprache",
                        "working_group:Arbeitsgruppe Arbeit",
                        "process",
                        "invitation:Frau Muster");
        assertThat(plan.entries().getFirst().action())
                .isInstanceOfSatisfying(Action.FoundCommittee.class, committee -> {
                    assertThat(committee.fixedSeats()).isEqualTo(12);
                    assertThat(committee.seats()).anyMatch(Action.Seat::optional);
                });
        assertThat(plan.entries().get(3).action()).isEqualTo(new Action.BeginProcess("iq", Moment.month(2027, 1)));
    }

    @Test
    void organisationsThatTwoQuestionsNameAreProposedOnce() {
        var plan = Plan.of(Iq.decided("responsibility.offices=Sozialamt", "supporters.inside=Sozialamt|Hauptamt"));
        assertThat(plan.entries())
                .containsExactly(
                        new Plan.Entry("responsibility", new Action.AddOrganisation("Sozialamt")),
                        new Plan.Entry("supporters", new Action.AddOrganisation("Hauptamt")));
        assertThat(plan.of(Iq.question("supporters"))).hasSize(1);
    }

    @Test
    void municipalitiesTakePartOnlyWhereTheConceptIsForThem() {
        assertThat(Plan.of(Iq.decided("addressees.scope=municipalities", "addressees.municipalities=Stadt Singen"))
                        .entries())
                .containsExactly(new Plan.Entry("addressees", new Action.AddMunicipality("Stadt Singen")));
        assertThat(Plan.of(Iq.decided("addressees.scope=administration", "addressees.municipalities=Stadt Singen"))
                        .entries())
                .isEmpty();
    }

    @Test
    void anotherAnswerShowsWhatItWouldChange() {
        var before = Plan.of(Iq.decided("depth.depth=detailed", "supporters.outside=Caritas|AWO"));
        var after = Plan.of(Iq.decided("depth.depth=framework", "supporters.outside=AWO|Diakonie"));
        assertThat(after.changesFrom(before))
                .containsExactly(
                        new Plan.Change.Altered(
                                new Plan.Entry("depth", new Action.ChooseProfile("konstanz")),
                                new Plan.Entry("depth", new Action.ChooseProfile("framework"))),
                        new Plan.Change.Added(new Plan.Entry("supporters", new Action.AddOrganisation("Diakonie"))),
                        new Plan.Change.Dropped(new Plan.Entry("supporters", new Action.AddOrganisation("Caritas"))));
        assertThat(after.changesFrom(after)).isEmpty();
        assertThat(after.changesFrom(new Plan(List.of())))
                .hasSize(after.entries().size());
    }
}
