package de.kreiskonzept.admin.cli.place;

import de.kreiskonzept.admin.cli.Group;
import de.kreiskonzept.admin.cli.Kk;
import de.kreiskonzept.admin.cli.Table;
import de.kreiskonzept.admin.datasource.DataSourceStatus;
import de.kreiskonzept.admin.datasource.DataSourceView;
import de.kreiskonzept.admin.datasource.Inspection;
import java.util.List;
import picocli.CommandLine.Command;

/** Commands about the databases in which workspaces stand. */
@Command(name = "datasource", description = "Databases in which workspaces stand.", mixinStandardHelpOptions = true)
public final class DataSourceCommands extends Group {
    private final Kk kk;

    /** A command of this program. */
    public DataSourceCommands(Kk kk) {
        this.kk = kk;
    }

    @Command(
            name = "list",
            description = "Lists them with counties, capacity and what they lack; ends with 1 where one is not ready.",
            mixinStandardHelpOptions = true)
    int list() {
        var found = kk.bean(Inspection.class).list();
        var views = found.stream().map(DataSourceView::of).toList();
        kk.print(
                views,
                new Table(
                        List.of("NAME", "COUNTIES", "CAPACITY", "FREE", "LACKS"),
                        views.stream()
                                .map(view -> List.<Object>of(
                                        view.name(),
                                        view.counties(),
                                        view.capacity(),
                                        view.free(),
                                        view.lacks().isEmpty() ? "-" : String.join(", ", view.lacks())))
                                .toList()));
        return found.stream().map(DataSourceStatus::lacks).allMatch(List::isEmpty) ? 0 : 1;
    }
}
