package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.platform.importing.file.Source.Form;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the text layer of a PDF; pages are parted by form feeds. Where the product itself has written the PDF of a concept, nobody has
 * changed it since, and it carries the same paper as Word file along, that one is read.
 */
final class PortableReader {
    private static final int FEWEST_LETTERS = 20;

    private static final String PRODUCER = "Kreiskonzept";

    private PortableReader() {}

    static Source read(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() > SourceFile.MOST_PAGES) {
                throw Refused.PAGES.because(SourceFile.MOST_PAGES);
            }
            Optional<Archive> source = source(document);
            if (source.isPresent()) {
                return WordReader.read(source.get());
            }
            var stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n");
            stripper.setPageEnd("\f");
            String text = stripper.getText(document).replace("\0", "");
            if (text.chars().filter(Character::isLetter).limit(FEWEST_LETTERS).count() < FEWEST_LETTERS) {
                throw Refused.NO_TEXT_LAYER.because();
            }
            return new Source(Form.PAGES, text);
        } catch (InvalidPasswordException e) {
            throw Refused.PROTECTED.because();
        } catch (IOException e) {
            throw Refused.DAMAGED.because();
        }
    }

    // A program that changes the file would put its own name into it.
    private static Optional<Archive> source(PDDocument document) throws IOException {
        boolean own = PRODUCER.equals(document.getDocumentInformation().getProducer());
        COSArray files = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
        if (!own || files == null || files.size() != 1 || !(files.getObject(0) instanceof COSDictionary entry)) {
            return Optional.empty();
        }
        PDEmbeddedFile content = new PDComplexFileSpecification(entry).getEmbeddedFile();
        if (content == null || content.getCOSObject().getFilters() != null) {
            return Optional.empty();
        }
        return Optional.of(Archive.open(content.toByteArray())).filter(OwnWord::isOwn);
    }
}
