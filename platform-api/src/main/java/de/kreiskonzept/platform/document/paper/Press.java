package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.tenancy.LongWork;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/** Makes files out of papers, as many at once as there are processors; more would only take each other's time and memory. */
@Singleton
public class Press {
    private static final byte[] NOTHING = {};

    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final PdfFile pdf;
    private final WordFile word;

    /** Loads fonts and styles. */
    public Press(Texts texts) {
        var words = new PaperWords(texts);
        pdf = new PdfFile(words);
        word = new WordFile(words);
    }

    /** The bytes of the file. */
    @LongWork
    public byte[] print(Paper paper, Format format) {
        var bytes = new ByteArrayOutputStream();
        places.acquireUninterruptibly();
        try {
            switch (format) {
                case PDF -> pdf.write(paper, paper.hasSense() ? written(paper) : NOTHING, bytes);
                case DOCX -> word.write(paper, bytes);
                case XLSX -> SheetFile.write(paper, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
        return bytes.toByteArray();
    }

    private byte[] written(Paper paper) throws IOException {
        var bytes = new ByteArrayOutputStream();
        word.write(paper, bytes);
        return bytes.toByteArray();
    }
}
