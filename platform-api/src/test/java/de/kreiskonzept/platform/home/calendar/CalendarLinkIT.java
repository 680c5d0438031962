package de.kreiskonzept.platform.home.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSite;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A calendar program reads the dates of one county by a link that its owner can end. */
@ExtendWith(PlatformUnderTest.Given.class)
class CalendarLinkIT {
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^/]+(/[a-z0-9-]+/kalender/[A-Za-z0-9_-]{43}\\.ics)");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String page;
    private String reader;

    CalendarLinkIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aProcess() throws Exception {
        county = platform.county();
        page = "/" + county.slug() + "/kalender";
        reader = platform.cookie(county, Roles.READER);
        String base = "/" + county.slug() + "/ablauf";
        platform.form(
                base + "/neu",
                base,
                platform.cookie(county, Roles.LEAD),
                Map.of("template", "konstanz", "title", "Konzept", "begin", "03/2016"));
    }

    @Test
    void itIsReadWithoutSigningInUntilItEnds() throws Exception {
        String link = created();
        var file = read(link);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(new CalendarBuilder().build(new StringReader(file.body())).<VEvent>getComponents("VEVENT"))
                .hasSize(10);
        assertThat(platform.page(page, reader).body())
                .contains("Sie haben eine Adresse")
                .doesNotContain(link);

        String next = created();
        assertThat(read(link).statusCode()).isEqualTo(404);
        assertThat(read(next).statusCode()).isEqualTo(200);
        platform.form(page, page + "/beenden", reader, Map.of());
        assertThat(read(next).statusCode()).isEqualTo(404);
    }

    @Test
    void itHoldsMeetingsWithoutTheirAgenda() throws Exception {
        var site = new MeetingSite(platform, county);
        String meeting = site.plan(site.found("Lenkungsgruppe"));
        site.item(meeting, "Sachstand");
        assertThat(read(created()).body())
                .contains("SUMMARY:Lenkungsgruppe", "LOCATION:Saal 1", "STATUS:TENTATIVE")
                .doesNotContain("Sachstand");
    }

    @Test
    void itOpensNoOtherCountyAndNothingWhenMistyped() throws Exception {
        String link = created();
        Workspace other = platform.county();
        assertThat(read(link.replace(county.slug(), other.slug())).statusCode()).isEqualTo(404);
        assertThat(read(link.replace(".ics", "x.ics")).statusCode()).isEqualTo(404);
        assertThat(read(page + "/.ics").statusCode()).isEqualTo(404);
    }

    private String created() throws Exception {
        var address =
                ADDRESS.matcher(platform.form(page, page, reader, Map.of()).body());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private HttpResponse<String> read(String link) throws Exception {
        return platform.send(platform.request(link));
    }
}
