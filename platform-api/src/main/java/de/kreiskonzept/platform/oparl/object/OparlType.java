package de.kreiskonzept.platform.oparl.object;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of objects that have a list (OParl 1.1). */
public enum OparlType {
    ORGANIZATION("Organization"),
    PERSON("Person"),
    MEMBERSHIP("Membership"),
    MEETING("Meeting"),
    AGENDA_ITEM("AgendaItem"),
    PAPER("Paper"),
    CONSULTATION("Consultation"),
    FILE("File"),
    LOCATION("Location"),
    LEGISLATIVE_TERM("LegislativeTerm");

    /** Where the names of types begin. */
    public static final String SCHEMA = "https://schema.oparl.org/1.1/";

    private final String name;

    OparlType(String name) {
        this.name = name;
    }

    /** Its name as a program reads it: an address that nobody has to open. */
    public String uri() {
        return SCHEMA + name;
    }

    /** Text in the database and in addresses, such as {@code agendaItem}. */
    public String text() {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** Last part of the address of the list of all objects of this type. */
    public String listText() {
        return text() + "s";
    }

    /** The type with exactly this {@link #text()}. */
    public static Optional<OparlType> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** The type whose list has exactly this {@link #listText()}. */
    public static Optional<OparlType> findByList(String text) {
        return Arrays.stream(values())
                .filter(one -> one.listText().equals(text))
                .findFirst();
    }
}
