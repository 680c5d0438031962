package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.model.tenant.ArchiveOffer;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;

/** Counties whose deletion waits for nothing but time. */
final class Settled {
    private Settled() {}

    /** Archives a county, announces its deletion, and records that it has its data and that the archive wants nothing. */
    static CountyDeletion settle(Program program, Tenant tenant) throws IOException, SQLException {
        var archived = program.bean(Tenants.class)
                .change(tenant.id(), TenantState.ARCHIVED, Program.TESTER, "Vertrag beendet");
        var deletions = program.bean(Deletions.class);
        var wish = new Deletions.Announcement(tenant.slug(), "Landrätin Beispiel", "Vertragsende am 31.10.2026");
        var announced = deletions.announce(tenant.id(), archived.version(), wish, Program.TESTER);
        program.bean(Export.class).write(tenant.id(), OutputStream.nullOutputStream(), Program.TESTER);
        var taken = deletions.answerExport(tenant.id(), announced.version(), true, Program.TESTER);
        var today = deletions.today();
        var offer = new ArchiveOffer(
                "Kreisarchiv Beispiel", today, ArchiveOffer.Answer.DECLINED, today, "Nicht archivwürdig.");
        return deletions.offer(tenant.id(), taken.version(), offer, Program.TESTER);
    }
}
