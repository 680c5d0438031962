package de.kreiskonzept.deploy.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How large a benchmark is.
 *
 * @param counties workspaces with a concept each
 * @param connections of HTTP clients and of the floor
 * @param rounds each measures platform and floor once
 * @param seconds of one measurement
 * @param requests a county may send in a minute; 0 for no limit
 */
public record BenchOptions(int counties, int connections, int rounds, int seconds, int requests) {
    /** One county for what is measured by itself, and another one for the floor. */
    static final BenchOptions SMALLEST = new BenchOptions(2, 8, 1, 1, 0);

    /** As an installation has it where nothing else is set. */
    private static final int USUAL_REQUESTS = 3_000;

    /** As many as the goals speak of. */
    private static final int MANY = 1_000;

    private static final List<String> NAMES = List.of("--counties", "--connections", "--rounds", "--seconds");

    /** Connections of the platform's pool: as many as of the floor, and twice where one county is alone, because it may hold half of them. */
    int pool() {
        return counties == 1 ? 2 * connections : connections;
    }

    /** @throws IllegalArgumentException with a sentence for the person, where they cannot be read */
    static BenchOptions of(String... arguments) {
        boolean one = arguments.length > 0 && arguments[0].equals("committees");
        boolean tenants = arguments.length > 0 && arguments[0].equals("tenants");
        if (arguments.length > 0 && !one && !tenants && !arguments[0].equals("report")) {
            throw new IllegalArgumentException("There is no benchmark " + arguments[0] + " yet.");
        }
        List<String> words = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        Map<String, Integer> values = new HashMap<>(Map.of(
                "--counties", one ? 1 : tenants ? MANY : 100, "--connections", 8, "--rounds", 7, "--seconds", 5));
        for (int i = 0; i < words.size(); i += 2) {
            String number = i + 1 < words.size() ? words.get(i + 1) : "";
            if (!NAMES.contains(words.get(i)) || !number.matches("[1-9]\\d{0,3}")) {
                throw new IllegalArgumentException("Not an option with a number: " + words.get(i) + " " + number);
            }
            values.put(words.get(i), Integer.valueOf(number));
        }
        List<Integer> numbers = NAMES.stream().map(values::get).toList();
        return new BenchOptions(
                numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), tenants ? USUAL_REQUESTS : 0);
    }
}
