package de.kreiskonzept.platform.importing.file;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the text layer of a PDF; pages are parted by form feeds. */
final class PortableReader {
    private static final int FEWEST_LETTERS = 20;

    private PortableReader() {}

    static String read(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() > SourceFile.MOST_PAGES) {
                throw Refused.PAGES.because(SourceFile.MOST_PAGES);
            }
            var stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n");
            stripper.setPageEnd("\f");
            String text = stripper.getText(document).replace("\0", "");
            if (text.chars().filter(Character::isLetter).limit(FEWEST_LETTERS).count() < FEWEST_LETTERS) {
                throw Refused.NO_TEXT_LAYER.because();
            }
            return text;
        } catch (InvalidPasswordException e) {
            throw Refused.PROTECTED.because();
        } catch (IOException e) {
            throw Refused.DAMAGED.because();
        }
    }
}
