package de.kreiskonzept.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.architecture.Sizes;
import de.kreiskonzept.foundation.architecture.Structure;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdminArchitectureTest {
    private final Structure structure = new Structure("de.kreiskonzept.admin");

    @Test
    void usesOnlyPackagesNamedBefore() {
        assertThat(structure.againstOrder(List.of(
                        "registry",
                        "operator",
                        "web",
                        "mail",
                        "catalogue",
                        "account",
                        "datasource",
                        "signup",
                        "provisioning",
                        "migration",
                        "doctor",
                        "transfer",
                        "deletion",
                        "restore",
                        "quota",
                        "move",
                        "job",
                        "announcement",
                        "support",
                        "lifecycle",
                        "usage",
                        "cli")))
                .isEmpty();
    }

    /**
     * The registry is reached through jOOQ within a transaction. RegistryMigration runs before any transaction can, AdminConnections
     * lends connections to those that work on the schemas of counties. The type argument of transactions is no use of a connection.
     */
    @Test
    void touchesConnectionsOnlyWhereItMust() {
        assertThat(structure.connectionsOutside(Set.of()))
                .filteredOn(use -> !use.contains("TransactionOperations<java.sql.Connection>"))
                .allMatch(use -> Stream.of(
                                "registry.RegistryMigration",
                                "registry.AdminConnections",
                                "mail.Redelivery",
                                "datasource.Readiness",
                                "provisioning.Building",
                                "migration.Migration",
                                "move.OldPlace",
                                "doctor.Examination",
                                "deletion.Erasing",
                                "transfer.")
                        .anyMatch(use::contains));
    }

    @Test
    void knowsNothingOfThePlatform() {
        assertThat(structure.usesOf("de.kreiskonzept.platform")).isEmpty();
    }

    @Test
    void readsNoContentOfCounties() {
        assertThat(structure.usesOf("de.kreiskonzept.schema.workspace")).isEmpty();
    }

    @Test
    void declaresWhoMayCallEveryRoute() {
        assertThat(structure.undeclaredRoutes(Set.of(
                        "MailboxPages.list",
                        "MailboxPages.show",
                        "OwnAccountPages.code",
                        "OwnAccountPages.enter",
                        "RegistrationApi.catalogue",
                        "RegistrationApi.confirm",
                        "RegistrationApi.counties",
                        "RegistrationApi.request",
                        "RegistrationPages.confirm",
                        "RegistrationPages.confirmation",
                        "RegistrationPages.confirmed",
                        "RegistrationPages.counties",
                        "RegistrationPages.form",
                        "RegistrationPages.request",
                        "RegistrationPages.sent",
                        "SignInPages.form",
                        "SignInPages.signIn",
                        "TokenApi.open",
                        "TokenApi.renew")))
                .isEmpty();
    }

    /** What ends, takes along or opens the data of a county, and what protects accounts. */
    @Test
    void wantsAFreshCodeBeforeWhatIsDangerous() {
        assertThat(structure.routesWith(FreshCode.class))
                .containsExactlyInAnyOrder(
                        "GET /api/v1/tenants/{id}/export",
                        "GET /arbeitsbereiche/{id}/export",
                        "GET /arbeitsbereiche/{id}/hilfe",
                        "GET /konto/zweiter-faktor",
                        "GET /uebernahme",
                        "POST /api/v1/account/second-factor",
                        "POST /api/v1/account/second-factor/offer",
                        "POST /api/v1/account/second-factor/recovery-codes",
                        "POST /api/v1/imports",
                        "POST /api/v1/tenants/{id}/archive",
                        "POST /api/v1/tenants/{id}/deletion",
                        "POST /api/v1/tenants/{id}/move",
                        "POST /api/v1/tenants/{id}/support/tickets",
                        "POST /api/v1/tenants/{id}/suspend",
                        "POST /arbeitsbereiche/{id}/hilfe",
                        "POST /arbeitsbereiche/{id}/loeschung",
                        "POST /arbeitsbereiche/{id}/umzug",
                        "POST /arbeitsbereiche/{id}/zustand",
                        "POST /konten/{id}/rolle",
                        "POST /konto/wiederherstellungscodes",
                        "POST /konto/zweiter-faktor",
                        "POST /uebernahme",
                        "POST /uebernahme/{id}",
                        "PUT /api/v1/operators/{id}/role");
    }

    @Test
    void writesDaysAndTimesInOneWay() {
        assertThat(structure.ownFormsOfTime()).isEmpty();
    }

    @Test
    void keepsNamesAndSizes() {
        assertThat(structure.emptyNames()).isEmpty();
        assertThat(structure.randomKeys(
                        Set.of("Provisioning", "Migration", "Erasure", "Moving", "Doctor", "IncomingFiles")))
                .isEmpty();
        assertThat(structure.fullPackages()).isEmpty();
        assertThat(structure.greedyBeans()).isEmpty();
        assertThat(Sizes.complaints(Path.of(""))).isEmpty();
    }
}
