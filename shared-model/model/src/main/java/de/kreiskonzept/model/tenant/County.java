package de.kreiskonzept.model.tenant;

import java.util.Locale;
import java.util.Set;

/**
 * A county of Germany.
 *
 * @param name official short name without the word Landkreis or Stadt where it is no part of the name; not unique
 * @param land German name of the federal state
 */
public record County(Ags ags, String name, CountyType type, String land) {
    private static final Set<String> LAENDER_WITH_KREISE = Set.of("Nordrhein-Westfalen", "Schleswig-Holstein");

    /** @throws IllegalArgumentException if name or land is blank */
    public County {
        if (name.isBlank() || land.isBlank()) {
            throw new IllegalArgumentException("A county needs a name and a Land");
        }
    }

    /** Name that no other county has, such as "Landkreis Rosenheim", "Stadt Rosenheim, kreisfrei" or "Bodenseekreis". */
    public String displayName() {
        return switch (type) {
            case KREISFREIE_STADT -> "Stadt " + name + ", kreisfrei";
            case LANDKREIS -> saysWhatItIs() ? name : (kreis() ? "Kreis " : "Landkreis ") + name;
        };
    }

    private boolean saysWhatItIs() {
        return name.toLowerCase(Locale.GERMAN).contains("kreis")
                || name.startsWith("Region ")
                || name.startsWith("Regionalverband ")
                || name.startsWith("Städteregion ");
    }

    private boolean kreis() {
        return LAENDER_WITH_KREISE.contains(land);
    }
}
