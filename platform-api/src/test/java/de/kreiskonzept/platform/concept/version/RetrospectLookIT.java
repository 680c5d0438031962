package de.kreiskonzept.platform.concept.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import de.kreiskonzept.foundation.pdf.Conformity;
import de.kreiskonzept.foundation.web.Chromium;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.document.paper.Aloud;
import de.kreiskonzept.platform.identity.Roles;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The retrospect in Chromium and on paper; pictures and the PDF file lie in {@code target/look} where they are wanted. */
@ExtendWith(PlatformUnderTest.Given.class)
class RetrospectLookIT {
    private static final Path LOOK = Path.of("target", "look");

    private final PlatformUnderTest platform;
    private RevisedCounty revised;
    private String concept;

    RetrospectLookIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void whatWasReached() throws Exception {
        revised = RevisedCounty.on(platform);
        concept = "/" + revised.county().slug() + "/konzept";
        tell(revised.kept(), "partly_attained", "In drei von acht Gemeinden gibt es Kurse am Abend.");
        tell(revised.dropped(), "not_pursued", "Es fehlen Lehrkräfte.\nDie Gemeinden fahren gemeinsam.");
    }

    @Test
    void hasNoBarrierInAnyLightAndFitsIntoANarrowWindow() throws Exception {
        String page = concept + "/fassung/" + revised.draft() + "/rueckblick";
        var pages = Map.of(
                "liste", page,
                "ziel", page + "/" + revised.kept(),
                "vergleich", concept + "/fassungen/" + revised.draft() + "/vergleich?alle=ja");
        try (var chromium = Chromium.start()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (var shown = signedIn(chromium.page(1280, scheme))) {
                    pages.forEach((name, path) -> {
                        visit(shown, path, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
                        Chromium.expectNoBarrier(shown);
                    });
                }
            }
            try (var narrow = signedIn(chromium.page(320, ColorScheme.LIGHT))) {
                pages.forEach((name, path) -> {
                    visit(narrow, path, name + "-320");
                    Chromium.expectNoSidewaysScrolling(narrow);
                });
            }
        }
    }

    @Test
    void standsInTheDocuments() throws Exception {
        var request = platform.request("/api/v1/%s/versions/%s/concept.pdf"
                        .formatted(revised.county().slug(), revised.draft()))
                .header("Authorization", "Bearer " + revised.lead())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            byte[] file = http.send(request, BodyHandlers.ofByteArray()).body();
            Files.createDirectories(LOOK);
            Files.write(LOOK.resolve("rueckblick.pdf"), file);
            assertThat(Conformity.complaints(file)).isEmpty();
            assertThat(Aloud.read(file).replaceAll("\\s+", " "))
                    .contains(
                            "Rückblick auf die Ziele der Fassung „Entwurf“",
                            "teilweise erreicht: 1, nicht mehr verfolgt: 1.",
                            "In drei von acht Gemeinden",
                            "Es fehlen Lehrkräfte.")
                    .containsPattern("teilweise erreicht \\d\\d\\.\\d\\d\\.\\d{4}, \\p{Lu}");
        }
    }

    private void tell(UUID goal, String attainment, String why) throws Exception {
        String path = concept + "/fassung/" + revised.draft() + "/rueckblick/" + goal;
        var answer = platform.form(
                path,
                path,
                platform.cookie(revised.county(), Roles.LEAD),
                Map.of("version", "0", "attainment", attainment, "explanation", why));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private Page signedIn(Page page) {
        page.context().addCookies(List.of(new Cookie("kk_session", revised.lead()).setUrl(platform.url())));
        return page;
    }

    private void visit(Page page, String path, String name) {
        assertThat(page.navigate(platform.url() + path).status()).as(path).isEqualTo(200);
        Chromium.picture(page, LOOK.resolve("rueckblick-" + name + ".png"));
    }
}
