package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What travels in the jars of others' work: unchanged, with its licence, never committed. */
class PackagingIT {
    private static final Path FOUNDATION = Path.of("..", "shared-model", "foundation");
    private static final Path INSTALLED = FOUNDATION.resolve("target/npm/node_modules");

    @ParameterizedTest
    @CsvSource({
        "kern/kern.min.css,                    @kern-ux/native/dist/kern.min.css",
        "kern/LICENSE.md,                      @kern-ux/native/LICENSE.md",
        "kern/fonts/fira-sans/FiraSans-Regular.woff2, @kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2",
        "kern/fonts/fira-sans/FiraSans-Medium.woff2,  @kern-ux/native/dist/fonts/fira-sans/FiraSans-Medium.woff2",
        "kern/fonts/fira-sans/FiraSans-SemiBold.woff2, @kern-ux/native/dist/fonts/fira-sans/FiraSans-SemiBold.woff2",
        "kern/fonts/fira-sans/FiraSans-Italic.woff2,  @kern-ux/native/dist/fonts/fira-sans/FiraSans-Italic.woff2",
        "htmx/htmx.min.js,                     htmx.org/dist/htmx.min.js",
        "htmx/LICENSE,                         htmx.org/LICENSE",
        "swagger-ui/swagger-ui.css,            swagger-ui-dist/swagger-ui.css",
        "swagger-ui/swagger-ui-bundle.js,      swagger-ui-dist/swagger-ui-bundle.js",
        "swagger-ui/LICENSE,                   swagger-ui-dist/LICENSE",
        "swagger-ui/NOTICE,                    swagger-ui-dist/NOTICE"
    })
    void packagesTheWorkOfOthersUnchangedAndCommitsNoneOfIt(String asset, String origin) throws IOException {
        try (InputStream packaged = PackagingIT.class.getResourceAsStream("/assets/" + asset)) {
            assertThat(packaged).hasBinaryContent(Files.readAllBytes(INSTALLED.resolve(origin)));
        }
        assertThat(FOUNDATION.resolve("src/main/resources/assets").resolve(asset))
                .doesNotExist();
    }

    @Test
    void licenceOfTheFontsTravelsWithThem() {
        assertThat(PackagingIT.class.getResource("/assets/licences/FiraSans-OFL.txt"))
                .isNotNull();
    }
}
