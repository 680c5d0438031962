package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.catalogue.Release;
import de.kreiskonzept.admin.catalogue.ReleaseView;
import de.kreiskonzept.admin.catalogue.Releases;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the official list of counties, which need no database, and about the versions of what counties begin with. */
@Command(
        name = "catalogue",
        description = "Official list of counties; versions of the catalogue of fields, questions and templates.",
        mixinStandardHelpOptions = true)
final class CatalogueCommands extends Group {
    private final Kk kk;

    CatalogueCommands(Kk kk) {
        this.kk = kk;
    }

    @Command(name = "show", description = "Lists the counties by AGS.", mixinStandardHelpOptions = true)
    int show(@Option(names = "--search", description = "Part of the name, or an AGS") @Nullable String search) {
        var catalogue = CountyCatalogue.load();
        var counties = catalogue.search(search == null ? "" : search).stream()
                .map(county -> row(county, catalogue))
                .toList();
        var table = new Table(
                List.of("AGS", "NAME", "TYPE", "LAND", "SLUG"),
                counties.stream().map(row -> List.copyOf(row.values())).toList());
        kk.print(
                Map.of("status", catalogue.status().toString(), "source", catalogue.source(), "counties", counties),
                table);
        return 0;
    }

    @Command(
            name = "versions",
            description = "Lists the versions of fields, questions and templates, the latest first.",
            mixinStandardHelpOptions = true)
    int versions() {
        print(kk.bean(Releases.class).list());
        return 0;
    }

    @Command(name = "publish", description = "Offers a version to all counties.", mixinStandardHelpOptions = true)
    int publish(@Parameters(paramLabel = "VERSION") int number) {
        kk.change(
                        "offer version " + number + " to all counties",
                        () -> kk.bean(Releases.class).publish(number, Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    @Command(
            name = "hold",
            description = "Offers a version to nobody any more; who has taken it keeps it.",
            mixinStandardHelpOptions = true)
    int hold(@Parameters(paramLabel = "VERSION") int number) {
        kk.change(
                        "hold version " + number + " back",
                        () -> kk.bean(Releases.class).hold(number, Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    private void print(List<Release> releases) {
        kk.print(
                releases.stream().map(ReleaseView::of).toList(),
                new Table(
                        List.of("VERSION", "STATE", "CHANGES"),
                        releases.stream()
                                .map(release -> List.<Object>of(
                                        release.number(),
                                        release.published() ? "published" : "held back",
                                        release.changes().size()))
                                .toList()));
    }

    private static Map<String, String> row(County county, CountyCatalogue catalogue) {
        var row = new LinkedHashMap<String, String>();
        row.put("ags", county.ags().text());
        row.put("name", county.displayName());
        row.put("type", county.type().text());
        row.put("land", county.land());
        row.put("slug", catalogue.slugOf(county.ags()).text());
        return row;
    }
}
