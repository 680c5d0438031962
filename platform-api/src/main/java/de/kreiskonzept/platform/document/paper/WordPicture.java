package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.platform.document.paper.Block.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.docx4j.dml.wordprocessingDrawing.Inline;
import org.docx4j.openpackaging.parts.WordprocessingML.BinaryPartAbstractImage;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.wml.Drawing;
import org.docx4j.wml.P;
import org.docx4j.wml.R;

/** Draws a picture for a Word file as dots, because older programs show no SVG, with its words for those who do not see it. */
final class WordPicture {
    /** EMU (English Metric Units, ISO/IEC 29500-1) of a picture as wide as in the PDF file, 130 mm. */
    private static final long WIDTH = 130 * 36_000L;

    /** About 250 dots an inch. */
    private static final float DOTS = 1_280;

    private static final String FAMILY = "Fira Sans";

    private WordPicture() {}

    /** Lets pictures be written in the letters of the papers; before the first picture is drawn. */
    static void load() {
        byte[] font = Resources.bytes("/fonts/fira-sans/400Regular/FiraSans_400Regular.ttf");
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .registerFont(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(font)));
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A paragraph with the picture.
     *
     * @param number of the picture in the file, from 1
     */
    static P paragraph(MainDocumentPart part, Picture picture, int number) throws IOException {
        var drawn = Resources.xml(picture.svg()).getDocumentElement();
        long height =
                WIDTH * Integer.parseInt(drawn.getAttribute("height")) / Integer.parseInt(drawn.getAttribute("width"));
        var inline = inline(part, dots(picture.svg()), number, height);
        inline.getDocPr().setDescr(picture.alternative());
        var drawing = new Drawing();
        drawing.getAnchorOrInline().add(inline);
        var run = new R();
        run.getContent().add(drawing);
        var paragraph = WordText.paragraph("Normal");
        paragraph.getContent().add(run);
        return paragraph;
    }

    private static Inline inline(MainDocumentPart part, byte[] dots, int number, long height) throws IOException {
        try {
            return BinaryPartAbstractImage.createImagePart(part.getPackage(), part, dots)
                    .createImageInline("", "", number, number, WIDTH, height, false);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static byte[] dots(String svg) throws IOException {
        var transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, DOTS);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_DEFAULT_FONT_FAMILY, FAMILY);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        transcoder.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
        var bytes = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(bytes));
        } catch (TranscoderException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }
}
