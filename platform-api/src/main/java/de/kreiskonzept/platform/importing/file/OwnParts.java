package de.kreiskonzept.platform.importing.file;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What stands beside the body of a Word document: where its links lead, and which of its lists count. */
final class OwnParts {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private OwnParts() {}

    /** Id of the target of a link. */
    static String id(XMLStreamReader xml) {
        return String.valueOf(xml.getAttributeValue(RELATIONS, "id"));
    }

    /** Targets outside of the document, by their ids. */
    static Map<String, String> links(byte[] relations) throws XMLStreamException {
        var links = new HashMap<String, String>();
        XMLStreamReader xml = relations.length == 0 ? null : WordStyles.reader(relations);
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && "External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                links.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
        }
        return links;
    }

    /** The number that counting lists begin with, by the ids of the lists; lists with bullets are left out. */
    static Map<String, Integer> lists(byte[] numbering) throws XMLStreamException {
        var patterns = new HashMap<String, Boolean>();
        var first = new HashMap<String, Integer>();
        XMLStreamReader xml = numbering.length == 0 ? null : WordStyles.reader(numbering);
        String pattern = "";
        String list = "";
        while (xml != null && xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            String value = String.valueOf(WordStyles.value(xml));
            switch (xml.getLocalName()) {
                case "abstractNum" ->
                    pattern = String.valueOf(xml.getAttributeValue(WordStyles.WORDS, "abstractNumId"));
                case "numFmt" -> patterns.putIfAbsent(pattern, value.equals("decimal"));
                case "num" -> list = String.valueOf(xml.getAttributeValue(WordStyles.WORDS, "numId"));
                case "abstractNumId" -> {
                    if (patterns.getOrDefault(value, false)) {
                        first.put(list, 1);
                    }
                }
                case "startOverride" -> {
                    if (first.containsKey(list) && value.matches("[0-9]{1,6}")) {
                        first.put(list, Integer.valueOf(value));
                    }
                }
                default -> {}
            }
        }
        return first;
    }
}
