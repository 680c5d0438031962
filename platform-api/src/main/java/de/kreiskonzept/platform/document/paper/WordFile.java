package de.kreiskonzept.platform.document.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.docx4j.XmlUtils;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.WordprocessingML.DocumentSettingsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.StyleDefinitionsPart;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTCompat;
import org.docx4j.wml.CTCompatSetting;
import org.docx4j.wml.CTLanguage;
import org.docx4j.wml.CTSettings;
import org.docx4j.wml.Styles;

/**
 * Writes a paper as Word file (Office Open XML) with the headings, lists and fields that Word itself would make. Page numbers of the
 * table of contents come when Word opens the file.
 */
final class WordFile {
    private static final String LANGUAGE = "de-DE";

    private final PaperWords words;
    private final byte[] styles;

    WordFile(PaperWords words) {
        this.words = words;
        styles = Resources.bytes("/paper/styles.xml");
        WordPicture.load();
    }

    /** Writes the file; the stream stays open. */
    void write(Paper paper, OutputStream out) throws IOException {
        try {
            var file = WordprocessingMLPackage.createPackage();
            var part = file.getMainDocumentPart();
            var page = WordPage.of(paper.layout());
            var lists = new WordLists();
            part.addTargetPart(styles());
            part.addTargetPart(settings());
            page.apply(file, paper.front(), words);
            new WordBody(part, lists, page).write(paper, words);
            part.addTargetPart(lists.part());
            properties(file, paper);
            file.save(out);
        } catch (Docx4JException e) {
            throw new IOException(e);
        }
    }

    private StyleDefinitionsPart styles() throws Docx4JException {
        try {
            var part = new StyleDefinitionsPart();
            part.setJaxbElement((Styles) XmlUtils.unmarshal(new ByteArrayInputStream(styles)));
            return part;
        } catch (jakarta.xml.bind.JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentSettingsPart settings() throws Docx4JException {
        var settings = new CTSettings();
        var update = new BooleanDefaultTrue();
        update.setVal(true);
        settings.setUpdateFields(update);
        var language = new CTLanguage();
        language.setVal(LANGUAGE);
        settings.setThemeFontLang(language);
        var mode = new CTCompatSetting();
        mode.setName("compatibilityMode");
        mode.setUri("http://schemas.microsoft.com/office/word");
        mode.setVal("15");
        var compatible = new CTCompat();
        compatible.getCompatSetting().add(mode);
        settings.setCompat(compatible);
        var part = new DocumentSettingsPart();
        part.setJaxbElement(settings);
        return part;
    }

    private static void properties(WordprocessingMLPackage file, Paper paper) throws Docx4JException {
        Front front = paper.front();
        file.setTitle(front.title());
        var core = file.getDocPropsCorePart().getContents();
        var dc = new org.docx4j.docProps.core.dc.elements.ObjectFactory();
        var creator = dc.createSimpleLiteral();
        creator.getContent().add(front.issuer());
        core.setCreator(creator);
        var subject = dc.createSimpleLiteral();
        subject.getContent().add(front.edition());
        core.setSubject(subject);
        var language = dc.createSimpleLiteral();
        language.getContent().add(LANGUAGE);
        core.setLanguage(language);
        if (paper.hasSense()) {
            core.setCategory("Kreiskonzept");
        }
    }
}
