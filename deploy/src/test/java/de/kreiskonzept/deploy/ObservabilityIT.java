package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What dashboard and alerts name, held against what the running applications give. */
class ObservabilityIT {
    private static final Path FOLDER = Path.of("observability");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:kreiskonzept|http_server|hikaricp|jvm|process|system|executor)_[a-z0-9_]+");
    private static final Pattern SAMPLE = Pattern.compile("^([a-z_0-9]+)[{ ]", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("uri=\"([^\"]*)\"");

    private static final SystemUnderTest SYSTEM = SystemUnderTest.shared();
    private static String platform;
    private static String console;

    @BeforeAll
    static void scrape() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            get(http, SYSTEM.platform("/konstanz/anmelden"));
            get(http, SYSTEM.platform("/konstanz/gibt-es-nicht"));
            get(http, SYSTEM.platform("/api/v1/konstanz/measures/8b4a1d9e-0000-7000-8000-000000000000"));
            get(http, SYSTEM.console("/anmelden"));
            platform = get(http, SYSTEM.system().platformManagementUrl() + "/metrics");
            console = get(http, SYSTEM.system().consoleManagementUrl() + "/metrics");
        }
    }

    private static String get(HttpClient http, String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void everyExpressionNamesOnlyMetricsThatAreThere(String file) throws IOException {
        Object content = new Yaml().load(Files.readString(FOLDER.resolve(file)));
        List<String> expressions = Tree.of(content).texts("expr");
        Set<String> given = names(platform + "\n" + console);

        assertThat(expressions).hasSizeGreaterThan(10).allSatisfy(expression -> {
            Set<String> named = METRIC.matcher(expression)
                    .results()
                    .map(found -> found.group())
                    .collect(Collectors.toSet());
            assertThat(named.isEmpty()).as(expression).isEqualTo(expression.startsWith("up{"));
            assertThat(given).as(expression).containsAll(named);
        });
    }

    @Test
    void everyFigureOfOursIsExplained() throws IOException {
        String explained = Files.readString(FOLDER.resolve("README.md"));
        assertThat(names(platform + "\n" + console))
                .filteredOn(name -> name.startsWith("kreiskonzept_"))
                .hasSizeGreaterThan(6)
                .allSatisfy(name -> assertThat(explained).contains(name.replaceFirst("_(count|sum|max)$", "")));
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        String incidents = Files.readString(Path.of("handbook", "incidents.md"));
        Object content = new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
        assertThat(Tree.of(content).texts("alert"))
                .hasSizeGreaterThan(8)
                .allSatisfy(alert -> assertThat(incidents).contains("### " + alert + "\n"));
    }

    @Test
    void noLabelHoldsAnIdOrTheNameOfACounty() {
        assertThat(LABEL.matcher(platform).results().map(found -> found.group(1)))
                .contains("/{county}/anmelden")
                .noneMatch(uri -> uri.contains("konstanz") || uri.contains("8b4a1d9e"));
        assertThat(platform + console).doesNotContain("onstanz", "aldshut", "öblingen", "oeblingen");
    }

    private static Set<String> names(String scraped) {
        return SAMPLE.matcher(scraped)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
