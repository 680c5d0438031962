package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Chromium;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Follows every link a person is offered and looks once at every kind of page of each county as {@link Walk#look} does: all rules of axe in
 * light, those of colours in dark, all others at 320 pixels. It presses no button: what is seen only after one is looked at by the journeys.
 * In a county the admin looks only at what the lead has not seen. Two people walk at once, each with a browser: Playwright's objects belong
 * to the thread that made them.
 */
@Execution(ExecutionMode.CONCURRENT)
class EveryPageIT {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String NOT_A_PAGE =
            ".*(\\.xlsx|\\.csv|\\.pdf|\\.docx|\\.json|\\.jsonld|/dokument/(pdf|docx|xlsx)|/api|/openapi\\.json|\\.eml|\\.ics|/export)$";

    private final SystemUnderTest system = SystemUnderTest.shared();

    @ParameterizedTest
    @CsvSource({"konstanz, lead admin, 20", "boeblingen, reader, 8", "waldshut, lead, 6"})
    void pagesOfACountyHaveNoBarrierAndSayThatTheyAreExamples(String county, String roles, int least) {
        String base = system.platform("/" + county + "/");
        var seen = new TreeMap<String, String>();
        for (String role : roles.split(" ")) {
            try (Chromium chromium = Chromium.start();
                    Walk walk = signedIn(chromium, role, base + "anmelden", system.account(county, role))) {
                walkAll(
                        walk,
                        base,
                        List.of(
                                base + "?" + role,
                                base + "gibt-es-nicht",
                                base + "konten?" + role,
                                base + "suche?q=Kurs"),
                        seen);
            }
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(least);
        assertThat(seen.values()).allSatisfy(words -> assertThat(words).contains("Beispieldaten, nicht amtlich"));
    }

    @Test
    void pagesOfTheConsoleHaveNoBarrier() {
        String base = system.console("/");
        var operator = system.account("provider", "operator");
        try (Chromium chromium = Chromium.start();
                Walk walk = signedIn(chromium, "operator", system.console("/anmelden"), operator)) {
            var seen = new TreeMap<String, String>();
            walkAll(walk, base, List.of(base, base + "gibt-es-nicht", base + "registrieren"), seen);

            assertThat(seen).hasSizeGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void pagesForEverybodyHaveNoBarrier() {
        try (Chromium chromium = Chromium.start();
                Walk walk = Walk.withScript(chromium, "everybody")) {
            walkAll(walk, system.console("/"), List.of(system.console("/")), new TreeMap<>());
            List<String> begin = List.of(system.platform("/"), system.platform("/konstanz/"));
            walkAll(walk, system.platform("/"), begin, new TreeMap<>());
        }
    }

    /** Adds the words of each kind of page that is not seen yet, by the shape of its address. */
    private static void walkAll(Walk walk, String base, List<String> begin, Map<String, String> seen) {
        Deque<String> next = new ArrayDeque<>(begin);
        while (!next.isEmpty()) {
            String address = next.removeFirst();
            String shape = shape(address.substring(base.length()));
            if (!seen.containsKey(shape)) {
                walk.open(address);
                seen.put(shape, walk.wholePage());
                walk.look(shape.replaceAll("[^a-zA-Z0-9]+", "-"));
                walk.addresses().stream()
                        .filter(link -> link.startsWith(base)
                                && !link.replaceFirst("\\?.*", "").matches(NOT_A_PAGE))
                        .forEach(next::addLast);
            }
        }
    }

    /** Path with ids and keys of questions left out, and whether it is filtered; of what is made anew, what for. */
    private static String shape(String address) {
        String shape = address.replaceAll(ID, "id").replaceAll("/fragen/[a-z_]+", "/fragen/frage");
        return shape.contains("/neu") ? shape.replaceAll("=[^&]*", "") : shape.replaceAll("\\?([^=]+=.*)?$", "?");
    }

    private static Walk signedIn(Chromium chromium, String name, String signIn, SystemUnderTest.Account account) {
        Walk walk = Walk.withScript(chromium, "every-" + name);
        return walk.open(signIn).signIn(account);
    }
}
