package de.kreiskonzept.admin.cli;

import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands about the official list of counties; they need no database. */
@Command(name = "catalogue", description = "Official list of counties.", mixinStandardHelpOptions = true)
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
