package de.kreiskonzept.platform.document.committee;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.document.Downloads;
import de.kreiskonzept.platform.document.Grid;
import de.kreiskonzept.platform.document.SemicolonText;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The seats of all committees on a day as files for reckoning. */
@Hidden
@Controller("/{county}")
@Secured(Roles.LEAD)
class SeatFiles {
    private static final String NAME = "sitze";

    private final Committees committees;
    private final Downloads downloads;
    private final Texts texts;

    SeatFiles(Committees committees, Downloads downloads, Texts texts) {
        this.committees = committees;
        this.downloads = downloads;
        this.texts = texts;
    }

    @Get("/gremien.xlsx")
    @Produces(Format.XLSX_TYPE)
    HttpResponse<byte[]> sheet(@PathVariable String county, SignedIn who, @Nullable @QueryValue String am) {
        return downloads.sheet(NAME, grid(who, am));
    }

    @Get("/gremien.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> text(@PathVariable String county, SignedIn who, @Nullable @QueryValue String am) {
        return downloads.text(NAME, grid(who, am));
    }

    private Grid grid(SignedIn who, @Nullable String am) {
        LocalDate day = am == null ? committees.today() : Inputs.findDay(am).orElse(committees.today());
        return new SeatTable(committees.read(who), day, texts).grid();
    }
}
