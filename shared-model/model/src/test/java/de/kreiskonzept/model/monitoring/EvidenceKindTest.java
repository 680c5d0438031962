package de.kreiskonzept.model.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EvidenceKindTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Example
    void knowsImagesAndPdfByTheirFirstBytes() {
        assertThat(EvidenceKind.find(bytes("\u00FF\u00D8\u00FF\u00E0..JFIF"))).contains(EvidenceKind.JPEG);
        assertThat(EvidenceKind.find(bytes("\u0089PNG\r\n\u001A\n...."))).contains(EvidenceKind.PNG);
        assertThat(EvidenceKind.find(bytes("GIF89a"))).contains(EvidenceKind.GIF);
        assertThat(EvidenceKind.find(bytes("RIFF....WEBPVP8 "))).contains(EvidenceKind.WEBP);
        assertThat(EvidenceKind.find(bytes("....ftypheic...."))).contains(EvidenceKind.HEIC);
        assertThat(EvidenceKind.find(bytes("%PDF-1.7\n"))).contains(EvidenceKind.PDF);
    }

    @Example
    void knowsNoPageAndNoDrawingWhateverItIsCalled() {
        assertThat(EvidenceKind.find(bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")))
                .isEmpty();
        assertThat(EvidenceKind.find(bytes("<!DOCTYPE html><script>alert(1)</script>")))
                .isEmpty();
        assertThat(EvidenceKind.find(bytes("\n%PDF-1.7"))).isEmpty();
        assertThat(EvidenceKind.find(bytes("RIFF....WAVEfmt "))).isEmpty();
        assertThat(EvidenceKind.find(new byte[0])).isEmpty();
    }

    @Property
    void takesNothingThatBeginsLikeMarkup(@ForAll byte[] rest) {
        byte[] markup = new byte[rest.length + 1];
        markup[0] = '<';
        System.arraycopy(rest, 0, markup, 1, rest.length);
        // "....ftyp" is the only mark that leaves the first byte open.
        if (!new String(markup, StandardCharsets.ISO_8859_1).startsWith("ftyp", 4)) {
            assertThat(EvidenceKind.find(markup)).isEmpty();
        }
    }
}
