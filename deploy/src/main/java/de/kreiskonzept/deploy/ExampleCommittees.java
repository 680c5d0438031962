package de.kreiskonzept.deploy;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.committee.CommitteeForm;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.committee.seat.SeatRuleForm;
import de.kreiskonzept.platform.committee.seat.SeatRules;
import de.kreiskonzept.platform.committee.seat.TermForm;
import de.kreiskonzept.platform.committee.seat.Terms;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Committees of the example counties: structure and numbers of seats as the counties published them, all people invented. */
public final class ExampleCommittees {
    private static final String NOTE = "Beispieldaten: Alle Personen sind erfunden.";
    private static final String WORKING_GROUP = "working_group";

    private final Committees committees;
    private final SeatRules rules;
    private final Terms terms;
    private final LocalDate founded;
    private final SignedIn author;

    /** @param author whom the audit trail names */
    public ExampleCommittees(ApplicationContext platform, SignedIn author) {
        this.committees = platform.getBean(Committees.class);
        this.rules = platform.getBean(SeatRules.class);
        this.terms = platform.getBean(Terms.class);
        this.founded = LocalDate.now(platform.getBean(Clock.class)).minusYears(1);
        this.author = author;
    }

    /** Creates the committees with this name in the county of the current transaction. */
    public void create(String name) {
        switch (name) {
            case "waldshut" -> waldshut();
            case "konstanz" -> konstanz();
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void waldshut() {
        UUID council = committee(new Sheet("Kreistag", "county_council", 1, "", ""), null);
        UUID social = committee(new Sheet("Sozial- und Gesundheitsausschuss", "council_committee", 2, "", ""), council);
        UUID top = committee(
                new Sheet(
                        "Arbeitskreis Migration",
                        WORKING_GROUP,
                        3,
                        "Fachlicher Austausch\nErgebnisse hören und bei Bedarf steuern",
                        "ein- bis zweimal im Jahr"),
                social);
        UUID guidance = committee(
                new Sheet(
                        "Lenkungsgruppe Migration und Integration",
                        "guidance_group",
                        4,
                        "Ergebnisse der Arbeitskreise zusammenführen\nFachtage und Fortbildungen organisieren\n"
                                + "Informationen bündeln\nNeue Themen erkennen\nDas Integrationskonzept erarbeiten",
                        ""),
                top);
        List.of("Wohnen", "Arbeit und Ausbildung", "Bildung und Sprache")
                .forEach(field -> committee(
                        new Sheet(
                                "Arbeitskreis " + field,
                                WORKING_GROUP,
                                5,
                                "Ziele vorschlagen\nAngebote und Bedarf erheben\nLösungen erarbeiten",
                                ""),
                        guidance));
        guidanceSeats(guidance);
    }

    private void guidanceSeats(UUID guidance) {
        seat(guidance, chair("Leitung: Integrationsbeauftragte"), "Ina Integrationsmuster");
        seat(guidance, fixed("Caritas", 1), "Cara Caritasmuster");
        seat(guidance, fixed("Diakonie", 1), "Dora Diakoniemuster");
        seat(guidance, fixed("AWO", 1), "Arno Wohlfahrtsmuster");
        rules.create(guidance, perWorkingGroup("Operative Arbeitskreise"), author);
        rules.create(guidance, fixed("Ehrenamtliche", 1), author);
        seat(guidance, fixed("Menschen mit Migrationsgeschichte", 1), "Mina Migrationsmuster");
        seat(guidance, fixed("Integrationsmanagement", 1), "Igor Integrationsmuster");
        seat(guidance, fixed("Städte und Gemeinden", 1), "Gerda Gemeindemuster");
        rules.create(guidance, option("Kreistag", 1, 2, "falls gewünscht"), author);
    }

    private void konstanz() {
        UUID council = committee(new Sheet("Kreistag", "county_council", 1, "", ""), null);
        UUID social = committee(new Sheet("Sozialausschuss", "council_committee", 2, "", ""), council);
        List.of("Sprache", "Arbeit", "Ehrenamt")
                .forEach(field -> committee(
                        new Sheet("Netzwerk " + field, "network", 3, "Ziele und Maßnahmen regelmäßig durchgehen", ""),
                        social));
    }

    /** What is said of a committee. */
    private record Sheet(String name, String kind, int rank, String tasks, String rhythm) {}

    private UUID committee(Sheet sheet, @Nullable UUID reportsTo) {
        return committees.create(
                new CommitteeForm(
                        sheet.name(),
                        "",
                        sheet.kind(),
                        "",
                        String.valueOf(sheet.rank()),
                        Objects.toString(reportsTo, ""),
                        sheet.tasks(),
                        NOTE,
                        sheet.rhythm(),
                        "",
                        "",
                        founded.toString(),
                        ""),
                author);
    }

    private void seat(UUID committee, SeatRuleForm form, String person) {
        UUID rule = rules.create(committee, form, author);
        terms.create(new TermForm(rule + "|", "", person, "", founded.toString(), "", ""), author);
    }

    private static SeatRuleForm fixed(String name, int number) {
        return rule(name, new Count("fixed", number, "", ""), "named", "");
    }

    private static SeatRuleForm option(String name, int least, int most, String condition) {
        return rule(name, new Count("range", least, String.valueOf(most), ""), "named", condition);
    }

    private static SeatRuleForm perWorkingGroup(String name) {
        return rule(name, new Count("per_committee", 1, "", WORKING_GROUP), "delegated", "");
    }

    private static SeatRuleForm chair(String name) {
        return rule(name, new Count("fixed", 1, "", ""), "by_office", "");
    }

    private record Count(String way, int number, String most, String setKind) {}

    private static SeatRuleForm rule(String name, Count count, String appointment, String condition) {
        return new SeatRuleForm(
                name,
                List.of(),
                count.way(),
                String.valueOf(count.number()),
                count.most(),
                count.setKind(),
                "",
                appointment.equals("by_office"),
                true,
                true,
                appointment,
                "",
                "1",
                condition,
                "",
                "",
                "");
    }
}
