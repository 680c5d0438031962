package de.kreiskonzept.admin.signup;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The county that somebody typed or chose: one of the official list, or none with a hint at what could be meant. */
sealed interface CountyChoice {
    /** Most counties that a hint names. */
    int MOST = 5;

    /** An AGS alone, or at the end of an entry such as "Landkreis Konstanz (08335)". */
    Pattern KEY = Pattern.compile("(?:.{0,200}\\()?([0-9]{5})\\)?");

    /** Exactly this county. */
    record One(County county) implements CountyChoice {}

    /**
     * No county, or more than one.
     *
     * @param text what was typed, may be empty
     * @param similar counties that could be meant, {@value #MOST} at most
     */
    record None(String text, List<County> similar) implements CountyChoice {
        String sentence(Texts texts) {
            if (text.isEmpty()) {
                return texts.text("signup.form.ags.error");
            }
            return similar.isEmpty()
                    ? texts.text("signup.form.ags.unknown")
                    : texts.text(
                            "signup.form.ags.similar",
                            similar.stream().map(CountyChoice::entry).collect(Collectors.joining(", ")));
        }
    }

    /** How a county stands in the list that is offered while typing, for example "Landkreis Konstanz (08335)". */
    static String entry(County county) {
        return county.displayName() + " (" + county.ags() + ")";
    }

    /** Finds what was typed: an AGS, an entry of the list, a display name, or a name that only one county bears. */
    static CountyChoice of(String typed, CountyCatalogue catalogue) {
        var text = typed.strip();
        var key = KEY.matcher(text);
        Optional<County> exact = key.matches() ? catalogue.find(new Ags(key.group(1))) : only(named(text, catalogue));
        return exact.<CountyChoice>map(One::new).orElseGet(() -> new None(text, similar(text, catalogue)));
    }

    private static List<County> named(String text, CountyCatalogue catalogue) {
        var display = catalogue.list().stream()
                .filter(county -> county.displayName().equalsIgnoreCase(text)
                        || county.displayName().equalsIgnoreCase(text + ", kreisfrei"))
                .toList();
        return display.isEmpty()
                ? catalogue.list().stream()
                        .filter(county -> county.name().equalsIgnoreCase(text))
                        .toList()
                : display;
    }

    private static Optional<County> only(List<County> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<County> similar(String text, CountyCatalogue catalogue) {
        return text.isEmpty()
                ? List.of()
                : catalogue.search(text).stream().limit(MOST).toList();
    }
}
