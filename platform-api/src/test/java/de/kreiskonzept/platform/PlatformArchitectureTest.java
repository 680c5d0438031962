package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.architecture.Sizes;
import de.kreiskonzept.foundation.architecture.Structure;
import de.kreiskonzept.foundation.web.TextsOfModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlatformArchitectureTest {
    /** Beginnings of keys that the records of the model name. */
    private static final List<String> WORDS_OF_THE_MODEL = List.of(
            "nothing uses the text aggregate.rule.",
            "nothing uses the text announcement.kind.",
            "nothing uses the text attendance.answer.",
            "nothing uses the text attendance.state.",
            "nothing uses the text catalogue.kind.",
            "nothing uses the text catalogue.part.",
            "nothing uses the text commenting.invitee.",
            "nothing uses the text commenting.kind.",
            "nothing uses the text commenting.moderation.",
            "nothing uses the text commenting.state.",
            "nothing uses the text committee.appointment.",
            "nothing uses the text committee.kind.",
            "nothing uses the text committee.quorum.",
            "nothing uses the text committee.state.",
            "nothing uses the text concept.body_role.",
            "nothing uses the text concept.measureKind.",
            "nothing uses the text concept.priority.",
            "nothing uses the text concept.reach.",
            "nothing uses the text directory.kind.",
            "nothing uses the text importing.deviation.",
            "nothing uses the text importing.meaning.",
            "nothing uses the text meeting.hindrance.",
            "nothing uses the text meeting.state.",
            "nothing uses the text monitoring.light.",
            "nothing uses the text participation.decision.",
            "nothing uses the text monitoring.reason.",
            "nothing uses the text narrative.say.",
            "nothing uses the text onboarding.evidence.",
            "nothing uses the text onboarding.field.",
            "nothing uses the text onboarding.state.",
            "nothing uses the text proposal.state.",
            "nothing uses the text reply.state.",
            "nothing uses the text resolution.attachment.",
            "nothing uses the text resolution.implementation.",
            "nothing uses the text resolution.kind.",
            "nothing uses the text resolution.state.",
            "nothing uses the text round.state.",
            "nothing uses the text stakeholder.attitude.",
            "nothing uses the text stakeholder.handling.",
            "nothing uses the text stakeholder.kind.",
            "nothing uses the text stakeholder.place.",
            "nothing uses the text stand.movement.",
            "nothing uses the text vocabulary.scope.",
            "nothing uses the text voting.result.",
            "nothing uses the text web.yaml.",
            "nothing uses the text workflow.state.");

    private final Structure structure = new Structure("de.kreiskonzept.platform");

    @Test
    void usesOnlyPackagesNamedBefore() {
        assertThat(structure.againstOrder(List.of(
                        "tenancy",
                        "web",
                        "identity",
                        "audit",
                        "catalogue",
                        "directory",
                        "concept",
                        "situation",
                        "monitoring",
                        "committee",
                        "meeting",
                        "workflow",
                        "participation",
                        "onboarding",
                        "importing",
                        "document",
                        "resolution",
                        "publication",
                        "oparl",
                        "search",
                        "home")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheConceptNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.concept")
                        .againstOrder(List.of(
                                "editor",
                                "history",
                                "bin",
                                "writing",
                                "detail",
                                "catalogue",
                                "retrospect",
                                "chapter",
                                "",
                                "book",
                                "measure",
                                "organisation",
                                "node",
                                "together",
                                "version",
                                "check",
                                "question",
                                "structure",
                                "topic")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheMonitoringNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.monitoring")
                        .againstOrder(List.of(
                                "evidence", "vocabulary", "", "aggregate", "stand", "narrative", "round", "reply")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheCommitteesNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.committee").againstOrder(List.of("", "seat", "decided")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheMeetingsNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.meeting")
                        .againstOrder(List.of("", "agenda", "attendance", "invitation", "minutes")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheProcessesNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.workflow").againstOrder(List.of("template", "", "reminder")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheParticipationNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.participation").againstOrder(List.of("", "draft")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheCommentRoundsNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.participation.draft").againstOrder(List.of("", "news")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheResolutionsNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.resolution")
                        .againstOrder(List.of("text", "register", "agenda", "", "chain", "scheduling", "program")))
                .isEmpty();
    }

    @Test
    void usesOnlyPartsOfTheCouncilDataNamedBefore() {
        assertThat(new Structure("de.kreiskonzept.platform.oparl").againstOrder(List.of("object", "", "reference")))
                .isEmpty();
    }

    @Test
    void touchesConnectionsOnlyInTenancy() {
        assertThat(structure.connectionsOutside(Set.of("tenancy"))).isEmpty();
    }

    @Test
    void knowsNothingOfTheConsole() {
        assertThat(structure.usesOf("de.kreiskonzept.admin", "de.kreiskonzept.schema.registry"))
                .isEmpty();
    }

    @Test
    void declaresWhoMayCallEveryRoute() {
        assertThat(structure.undeclaredRoutes(Set.of(
                        "BarrierPages.form",
                        "BarrierPages.send",
                        "CalendarPages.calendar",
                        "DigestPages.ask",
                        "DigestPages.end",
                        "EntryPages.enter",
                        "EntryPages.left",
                        "EntryPages.show",
                        "HomePages.entry",
                        "OparlApi.bodies",
                        "OparlApi.body",
                        "OparlApi.list",
                        "OparlApi.show",
                        "OparlApi.system",
                        "OparlFiles.download",
                        "OpenIdPages.arrive",
                        "OpenIdPages.leave",
                        "OpenIdPages.passage",
                        "OwnAccountPages.code",
                        "OwnAccountPages.enter",
                        "PasswordPages.accept",
                        "PasswordPages.change",
                        "PasswordPages.forgotten",
                        "PasswordPages.invitation",
                        "PasswordPages.reset",
                        "PasswordPages.sendLink",
                        "PublicFiles.csv",
                        "PublicFiles.document",
                        "PublicFiles.json",
                        "PublicFiles.metadata",
                        "PublicPages.concept",
                        "PublicPages.overview",
                        "PublicPages.report",
                        "PublicPages.statement",
                        "ReplyPages.answer",
                        "ReplyPages.answerWithFile",
                        "ReplyPages.file",
                        "ReplyPages.nothingNew",
                        "ReplyPages.question",
                        "ReplyPages.removeFile",
                        "ReplyPages.sheet",
                        "SignInPages.form",
                        "SignInPages.signIn",
                        "TokenApi.open",
                        "TokenApi.renew",
                        "VisitPages.draft",
                        "VisitPages.send",
                        "VisitPages.write")))
                .isEmpty();
    }

    @Test
    void writesDaysAndTimesInOneWay() {
        assertThat(structure.ownFormsOfTime()).isEmpty();
    }

    @Test
    void keepsNamesAndSizes() {
        assertThat(structure.emptyNames()).isEmpty();
        assertThat(structure.randomKeys(Set.of())).isEmpty();
        assertThat(structure.fullPackages()).isEmpty();
        assertThat(structure.greedyBeans()).isEmpty();
        assertThat(Sizes.complaints(Path.of(""))).isEmpty();
    }

    @Test
    void keepsItsTextsInMessageFiles() {
        assertThat(TextsOfModule.complaints(Path.of("")))
                .filteredOn(complaint -> WORDS_OF_THE_MODEL.stream().noneMatch(complaint::contains))
                .isEmpty();
    }
}
