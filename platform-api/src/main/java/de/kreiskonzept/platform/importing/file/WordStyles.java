package de.kreiskonzept.platform.importing.file;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which styles of a Word document are headings. */
final class WordStyles {
    static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Pattern HEADING = Pattern.compile("(?:heading|überschrift) ([1-9])");

    private WordStyles() {}

    /** A reader that knows neither document types nor other files. */
    static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    static @Nullable String value(XMLStreamReader xml) {
        return xml.getAttributeValue(WORDS, "val");
    }

    /** Levels from 1 by the id of the style. */
    static Map<String, Integer> levels(byte[] styles) throws XMLStreamException {
        Map<String, Integer> levels = new HashMap<>();
        if (styles.length == 0) {
            return levels;
        }
        XMLStreamReader xml = reader(styles);
        String style = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                String value = value(xml);
                switch (xml.getLocalName()) {
                    case "style" -> style = String.valueOf(xml.getAttributeValue(WORDS, "styleId"));
                    case "name" -> {
                        Matcher heading = HEADING.matcher(String.valueOf(value).toLowerCase(Locale.GERMAN));
                        if (heading.matches()) {
                            levels.put(style, Integer.valueOf(heading.group(1)));
                        }
                    }
                    case "outlineLvl" -> {
                        if (value != null && value.matches("[0-8]")) {
                            levels.putIfAbsent(style, Integer.parseInt(value) + 1);
                        }
                    }
                    default -> {}
                }
            }
        }
        return levels;
    }
}
