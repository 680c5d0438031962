package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The chart as Helm itself examines and renders it; nothing is sent to a cluster. */
class ChartTest {
    private static final Path CHART = Path.of("helm", "kreiskonzept");
    private static final String KUBERNETES = "1.31.0";

    @TempDir
    private Path folder;

    private Path withoutHooks = CHART;

    /** Helm leaves hooks out of what it renders, and the job of the migration is one. */
    @BeforeEach
    void makeTheHooksUsualObjects() throws IOException {
        withoutHooks = folder.resolve("kreiskonzept");
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = withoutHooks.resolve(CHART.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("helm.sh/hook", "helm.sh/no-hook"));
            }
        }
    }

    @Test
    void helmFindsNoFault() {
        var result = new Helm(CHART).lint().strict().call();

        assertThat(result.getMessages()).noneMatch(message -> message.contains("[ERROR]"));
        assertThat(result.isFailed()).isFalse();
    }

    @Test
    void helmRefusesValuesThatDisagreeWithTheSchema() {
        assertThatThrownBy(rendering().set("platform.replicas", 0)::call).hasMessageContaining("/platform/replicas");
    }

    @Test
    void rendersWhatAnInstallationConsistsOf() {
        assertThat(rendered(rendering()).map(ChartTest::kind))
                .containsExactlyInAnyOrder(
                        "NetworkPolicy",
                        "NetworkPolicy",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "ServiceAccount",
                        "ConfigMap",
                        "Service",
                        "Service",
                        "Deployment",
                        "Deployment",
                        "Job");
    }

    @Test
    void whateverSelectsPodsFindsThoseOfOnePart() {
        List<Tree> objects = rendered(rendering().set("ingress.enabled", true)).toList();
        List<Map<?, ?>> labels = objects.stream()
                .filter(ChartTest::hasPods)
                .<Map<?, ?>>map(object -> map(object.at("spec", "template", "metadata", "labels")))
                .toList();

        assertThat(labels).hasSize(3);
        assertThat(objects.stream().flatMap(ChartTest::selector))
                .hasSize(8)
                .allSatisfy(selector -> assertThat(labels)
                        .filteredOn(pod -> pod.entrySet().containsAll(selector.entrySet()))
                        .hasSize(1));
    }

    @Test
    void everyPodRunsWithoutRightsAndWritesOnlyItsOwnFiles() {
        List<Tree> pods = rendered(rendering())
                .filter(ChartTest::hasPods)
                .map(object -> object.at("spec", "template", "spec"))
                .toList();

        assertThat(pods).hasSize(3).allSatisfy(pod -> {
            assertThat(pod.texts("runAsNonRoot")).containsExactly("true");
            assertThat(pod.texts("readOnlyRootFilesystem")).containsExactly("true");
            assertThat(pod.texts("allowPrivilegeEscalation")).containsExactly("false");
            assertThat(pod.texts("automountServiceAccountToken")).containsExactly("false");
            assertThat(pod.texts("mountPath")).containsExactly("/tmp");
        });
    }

    @Test
    void opensTheWayToAnOpenIdProviderOnlyWhereThereIsOne() {
        assertThat(waysOut(rendering())).doesNotContain("443");
        assertThat(waysOut(rendering().set("settings.KK_OIDC_ISSUER", "https://anmeldung.example/realms/kreis")))
                .contains("443");
    }

    private List<String> waysOut(TemplateCommand rendering) {
        return rendered(rendering)
                .filter(object -> kind(object).equals("NetworkPolicy"))
                .flatMap(policy -> policy.texts("port").stream())
                .toList();
    }

    private TemplateCommand rendering() {
        return new Helm(withoutHooks).template().withName("kk").withKubeVersion(KUBERNETES);
    }

    private static Stream<Tree> rendered(TemplateCommand rendering) {
        return StreamSupport.stream(new Yaml().loadAll(rendering.call()).spliterator(), false)
                .map(Tree::of);
    }

    private static String kind(Tree object) {
        return object.at("kind").content().toString();
    }

    private static boolean hasPods(Tree object) {
        return List.of("Deployment", "Job").contains(kind(object));
    }

    /** Labels by which an object selects pods; a job selects its own without any. */
    private static Stream<Map<?, ?>> selector(Tree object) {
        return switch (kind(object)) {
            case "Service" -> Stream.of(map(object.at("spec", "selector")));
            case "Deployment", "PodDisruptionBudget" -> Stream.of(map(object.at("spec", "selector", "matchLabels")));
            case "NetworkPolicy" -> Stream.of(map(object.at("spec", "podSelector", "matchLabels")));
            default -> Stream.empty();
        };
    }

    private static Map<?, ?> map(Tree tree) {
        return (Map<?, ?>) tree.content();
    }
}
