package de.kreiskonzept.foundation.pdf;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF whether a file keeps a standard. */
public final class Conformity {
    private Conformity() {}

    /** One line for each rule of PDF/UA-1 and PDF/A-3a that the file breaks. */
    public static List<String> complaints(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var complaints = new ArrayList<String>();
        for (var standard : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
                    var validator = Foundries.defaultInstance().createValidator(standard, false)) {
                validator.validate(parser).getTestAssertions().stream()
                        .filter(check -> check.getStatus() == TestAssertion.Status.FAILED)
                        .map(check -> "%s %s: %s at %s"
                                .formatted(
                                        standard,
                                        check.getRuleId().getClause(),
                                        check.getMessage(),
                                        check.getLocation().getContext()))
                        .distinct()
                        .forEach(complaints::add);
            }
        }
        return complaints;
    }
}
