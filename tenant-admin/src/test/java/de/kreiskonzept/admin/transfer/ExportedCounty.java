package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import java.io.ByteArrayOutputStream;
import java.util.Objects;

/** A county of its own with its first administrator, Änne Müller, as an exported file. */
final class ExportedCounty {
    private ExportedCounty() {}

    static byte[] of(ConsoleUnderTest console) throws Exception {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(
                console.bean(Decision.class).enter(request, Program.TESTER).tenantId());
        console.bean(Provisioning.class).complete(id);
        var out = new ByteArrayOutputStream();
        console.bean(Export.class).write(id, out, Program.TESTER);
        return out.toByteArray();
    }
}
