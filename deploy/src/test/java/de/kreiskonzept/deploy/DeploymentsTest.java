package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import de.kreiskonzept.platform.identity.openid.OpenIdProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Image, compose file and chart, held against the applications that they start. */
class DeploymentsTest {
    private static final Path COMPOSE = Path.of("container", "compose.yaml");
    private static final Path CONTAINERFILE = Path.of("container", "Containerfile");
    private static final Path CHART = Path.of("helm", "kreiskonzept");
    private static final Pattern SETTING = Pattern.compile("\\bKK_[A-Z_]+\\b");
    private static final Pattern MAIN_CLASS = Pattern.compile("de\\.kreiskonzept\\.[a-z]+[a-z.]*\\.[A-Z]\\w+");
    private static final Pattern PORT = Pattern.compile("\\$\\{(KK_[A-Z_]*PORT):(\\d+)}");
    private static final List<Path> APPLICATIONS = List.of(
            Path.of("../shared-model/foundation/src/main/resources/application.yml"),
            Path.of("../platform-api/src/main/resources/application-platform.yml"),
            Path.of("../tenant-admin/src/main/resources/application-console.yml"));
    /** Names of the compose file itself. */
    private static final Set<String> OF_COMPOSE = Set.of("KK_IMAGE");

    @ParameterizedTest
    @ValueSource(strings = {"container", "helm"})
    void namesEverySettingOfTheApplicationsAndNoOther(String folder) throws IOException {
        Set<String> named = found(SETTING, files(Path.of(folder)));
        named.addAll(found(SETTING, List.of(CONTAINERFILE)));
        named.removeAll(OF_COMPOSE);

        assertThat(named).isEqualTo(found(SETTING, APPLICATIONS));
    }

    @Test
    void everySettingStandsInTheListForOperators() throws IOException {
        assertThat(found(SETTING, List.of(Path.of("README.md")))).containsAll(found(SETTING, APPLICATIONS));
    }

    @Test
    void startsMainClassesThatExist() throws IOException {
        Set<String> classes = found(
                MAIN_CLASS,
                List.of(
                        COMPOSE,
                        CONTAINERFILE,
                        CHART.resolve("templates/platform.yaml"),
                        CHART.resolve("templates/console.yaml"),
                        CHART.resolve("templates/migration.yaml")));

        assertThat(classes)
                .containsExactlyInAnyOrder(
                        "de.kreiskonzept.admin.Console",
                        "de.kreiskonzept.admin.cli.Kk",
                        "de.kreiskonzept.platform.Platform")
                .allSatisfy(name -> assertThat(Class.forName(name).getMethod("main", String[].class))
                        .isNotNull());
    }

    @Test
    void imageIsThatOfTheRuntimeAndRunsAsNobodyInParticular() throws IOException {
        assertThat(Files.readAllLines(CONTAINERFILE))
                .contains(
                        "FROM docker.io/library/eclipse-temurin:25-jre",
                        "USER 10001:10001",
                        "EXPOSE 8080 8081 8090 8091")
                .anyMatch(line -> line.startsWith("HEALTHCHECK "));
        assertThat(Integer.toString(Runtime.version().feature())).isEqualTo("25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "console"})
    void composeStartsThemWithoutRightsOnAReadOnlyFileSystem(String name) throws IOException {
        Tree service = yaml(COMPOSE).at("services", name);

        assertThat(service.texts("user")).containsExactly("10001:10001");
        assertThat(service.texts("read_only")).containsExactly("true");
        assertThat(service.at("cap_drop").content()).isEqualTo(List.of("ALL"));
        assertThat(service.at("volumes").content()).isEqualTo(List.of("/tmp"));
    }

    @Test
    void filesThatComeInStandOnADiskThatHasRoomForThem() throws IOException {
        Tree values = yaml(CHART.resolve("values.yaml"));
        String size = values.at("temporary", "size").content().toString();
        Object largest = values.at("settings", "KK_IMPORT_MEGABYTES").content();

        assertThat(Files.readString(CHART.resolve("templates/_helpers.tpl")))
                .contains("sizeLimit: {{ .Values.temporary.size }}", "mountPath: /tmp")
                .doesNotContain("medium: Memory");
        assertThat(values.at("settings", "KK_DATA_DIR").content().toString()).startsWith("/tmp/");
        assertThat(1024 * Integer.parseInt(size.replace("Gi", "")))
                .isGreaterThanOrEqualTo(2 * Integer.parseInt(largest.toString()));
        assertThat(complaints(values("size: 8Gi", "size: 8"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"platform, KK_PORT, KK_MANAGEMENT_PORT", "console, KK_CONSOLE_PORT, KK_CONSOLE_MANAGEMENT_PORT"})
    void portsAreThoseOfTheApplications(String name, String port, String managementPort) throws IOException {
        Map<String, String> ports = PORT.matcher(text(APPLICATIONS))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        Tree values = yaml(CHART.resolve("values.yaml"));
        Tree environment = yaml(COMPOSE).at("services", name, "environment");

        assertThat(values.at(name, "port").content()).hasToString(ports.get(port));
        assertThat(values.at(name, "managementPort").content()).hasToString(ports.get(managementPort));
        assertThat(environment.texts(port)).containsExactly(ports.get(port));
        assertThat(environment.texts(managementPort)).containsExactly(ports.get(managementPort));
    }

    @Test
    void valuesOfTheChartAgreeWithTheirSchemaAndWrongOnesDoNot() throws IOException {
        assertThat(complaints(values("replicas: 2", "replicas: 2"))).isEmpty();
        assertThat(complaints(values("replicas: 2", "replicas: 0"))).hasSize(1);
        assertThat(complaints(values("  KK_LOG: json", "  KK_LOG: xml"))).hasSize(1);
        assertThat(complaints(values("  KK_LOG: json", "  KK_LOG: json\n  KK_JWT_SECRET: in the open")))
                .hasSize(1);
        assertThat(complaints(values("://postgres", "://kk_admin:password@postgres")))
                .hasSize(1);
    }

    @Test
    void chartHidesSecretsAndAllowsNothingThatIsNotNeeded() throws IOException {
        String templates = text(files(CHART.resolve("templates")));

        assertThat(templates)
                .contains("runAsNonRoot: true", "readOnlyRootFilesystem: true", "drop: [ALL]", "kind: NetworkPolicy")
                .contains("kind: PodDisruptionBudget", "helm.sh/hook: pre-upgrade", "path: /health/liveness")
                .contains("path: /health/readiness", "kind: ServiceAccount")
                .doesNotContain("kind: Secret\n");
        assertThat(yaml(CHART.resolve("values.yaml")).at("settings").content().toString())
                .doesNotContain("PASSWORD", "SECRET", "SMTP_URL");
    }

    @Test
    void onlyItsOwnPasswordReachesAnApplication() throws IOException {
        Tree services = yaml(COMPOSE).at("services");

        assertThat(services.at("platform").texts("KK_ADMIN_DB_PASSWORD")).isEmpty();
        assertThat(services.at("console").texts("KK_PLATFORM_DB_PASSWORD")).isEmpty();
        assertThat(Files.readString(CHART.resolve("templates/platform.yaml")))
                .contains(".Values.secrets.platform")
                .doesNotContain(".Values.secrets.console");
    }

    @Test
    void keycloakStartsOnlyWhenAskedForAndSendsPeopleBackToThePlatform() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(Files.readString(Path.of("container", "keycloak-realm.json")));
        JsonNode client = realm.path("clients").path(0);
        Tree keycloak = yaml(COMPOSE).at("services", "keycloak");

        assertThat(keycloak.at("profiles").content()).isEqualTo(List.of("keycloak"));
        assertThat(client.path("redirectUris").get(0).asText())
                .isEqualTo("${KK_PUBLIC_URL}" + OpenIdProvider.RETURN_PATH);
        assertThat(client.path("publicClient").asBoolean(true)).isFalse();
        assertThat(Files.readString(Path.of("container", "env.example")))
                .contains("KK_OIDC_ISSUER="
                        + keycloak.at("environment", "KC_HOSTNAME").content() + "/realms/"
                        + realm.path("realm").asText() + "\n");
    }

    private static String values(String instead, String of) throws IOException {
        return Files.readString(CHART.resolve("values.yaml")).replaceFirst(Pattern.quote(instead), of);
    }

    private static Set<?> complaints(String values) throws IOException {
        JsonNode content = new ObjectMapper().valueToTree(new Yaml().load(values));
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(Files.readString(CHART.resolve("values.schema.json")))
                .validate(content);
    }

    private static Tree yaml(Path file) throws IOException {
        return Tree.of(new Yaml().load(Files.readString(file)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Set<String> found(Pattern pattern, List<Path> files) {
        return pattern.matcher(text(files))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(List<Path> files) {
        return files.stream()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }
}
