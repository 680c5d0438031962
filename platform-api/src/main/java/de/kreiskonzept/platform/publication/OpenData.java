package de.kreiskonzept.platform.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.monitoring.AmpelView;
import de.kreiskonzept.platform.monitoring.narrative.NarrativeTexts;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.monitoring.stand.StandRows.MeasureLine;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The released Stand as programs of anybody read it, and what it says about itself (DCAT-AP.de 2.0). */
@Singleton
class OpenData {
    private static final String DISTRICT = "http://dcat-ap.de/def/politicalGeocoding/districtKey/";
    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";

    private final CurrentWorkspace current;
    private final SiteUrls urls;
    private final Texts texts;
    private final ObjectMapper json;

    OpenData(CurrentWorkspace current, SiteUrls urls, Texts texts, ObjectMapper json) {
        this.current = current;
        this.urls = urls;
        this.texts = texts;
        this.json = json;
    }

    /**
     * The released Stand.
     *
     * @param ags key of the county, five digits
     * @param cutoff ISO 8601 date
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record File(
            String county,
            String ags,
            String stand,
            String cutoff,
            String releasedAt,
            String licence,
            AmpelView ampel,
            List<Text> texts,
            List<Measure> measures) {}

    /** The texts of one part; null for the part that is all of it. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Text(@Nullable String sectionId, NarrativeTexts texts) {}

    /**
     * A measure.
     *
     * @param reason class of reason; null unless it is red and has one
     * @param bodies organisations that answer for it
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Measure(
            String id,
            String sectionId,
            List<String> goalIds,
            String number,
            String text,
            String light,
            @Nullable String reason,
            boolean counted,
            List<String> bodies) {}

    /**
     * The Stand with its texts and measures.
     *
     * @throws Refusal 404 where none is released
     */
    File of(Shown shown) {
        Book book = Optional.ofNullable(shown.book()).orElseThrow(Refusal::notFound);
        var stand = book.whole().stand();
        return new File(
                current.get().name(),
                current.get().ags(),
                stand.name(),
                stand.cutoff().toString(),
                Objects.requireNonNull(shown.release()).createdAt().toString(),
                shown.settings().licence().uri(),
                AmpelView.of(book.ampel()),
                book.parts().stream()
                        .map(part -> new Text(Answers.text(part.sectionId()), part.texts()))
                        .toList(),
                book.whole().rows().measures().stream()
                        .map(measure -> measure(measure, shown))
                        .toList());
    }

    private static Measure measure(MeasureLine measure, Shown shown) {
        return new Measure(
                measure.id().toString(),
                measure.sectionId().toString(),
                measure.goalIds().stream().map(Object::toString).toList(),
                measure.number(),
                measure.text(),
                measure.light(),
                measure.reason(),
                measure.counted(),
                shown.organisations(measure.responsible()));
    }

    /**
     * What the data say about themselves, as JSON-LD.
     *
     * @throws Refusal 404 where no Stand is released
     */
    byte[] metadata(Shown shown) {
        try {
            return json.writeValueAsBytes(about(shown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> about(Shown shown) {
        Book book = Optional.ofNullable(shown.book()).orElseThrow(Refusal::notFound);
        Workspace county = current.get();
        String home = urls.platform(PublicFrames.home(county));
        var stand = book.whole().stand();
        var about = new LinkedHashMap<String, Object>();
        about.put("@context", context());
        about.put("@id", home + "#datensatz");
        about.put("@type", "dcat:Dataset");
        about.put("dct:title", german(texts.text("publication.data.title", county.name(), stand.name())));
        about.put("dct:description", german(texts.text("publication.data.description", county.name())));
        about.put("dct:identifier", stand.id().toString());
        about.put("dct:language", link("http://publications.europa.eu/resource/authority/language/DEU"));
        about.put(
                "dct:issued",
                date(Objects.requireNonNull(shown.release()).createdAt().toString()));
        about.put("dcat:theme", link("http://publications.europa.eu/resource/authority/data-theme/SOCI"));
        about.put("dcat:landingPage", link(home));
        about.put("dct:publisher", Map.of("@type", "foaf:Organization", "foaf:name", county.name()));
        about.put("dcatde:politicalGeocodingURI", link(DISTRICT + county.ags()));
        about.put(
                "dcatde:politicalGeocodingLevelURI",
                link("http://dcat-ap.de/def/politicalGeocoding/Level/administrativeDistrict"));
        about.put(
                "dcat:distribution",
                List.of(
                        distribution(home + "/ampel.csv", "CSV", "text/csv", shown),
                        distribution(home + "/ampel.json", "JSON", "application/json", shown)));
        return about;
    }

    private Map<String, Object> distribution(String address, String type, String mediaType, Shown shown) {
        var one = new LinkedHashMap<String, Object>();
        one.put("@id", address);
        one.put("@type", "dcat:Distribution");
        one.put("dcat:accessURL", link(address));
        one.put("dcat:downloadURL", link(address));
        one.put("dct:format", link(FILE_TYPE + type));
        one.put("dcat:mediaType", link("https://www.iana.org/assignments/media-types/" + mediaType));
        one.put("dct:license", link(shown.settings().licence().uri()));
        one.put("dcatde:licenseAttributionByText", german(current.get().name()));
        return one;
    }

    private static Map<String, Object> context() {
        return Map.of(
                "dcat", "http://www.w3.org/ns/dcat#",
                "dct", "http://purl.org/dc/terms/",
                "dcatde", "http://dcat-ap.de/def/dcatde/",
                "foaf", "http://xmlns.com/foaf/0.1/",
                "xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private static Map<String, Object> link(String address) {
        return Map.of("@id", address);
    }

    private static Map<String, Object> german(String text) {
        return Map.of("@value", text, "@language", "de");
    }

    private static Map<String, Object> date(String instant) {
        return Map.of("@value", instant, "@type", "xsd:dateTime");
    }
}
