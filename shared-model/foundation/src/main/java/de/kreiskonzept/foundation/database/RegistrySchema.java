package de.kreiskonzept.foundation.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.ui.LoggerUIService;

/** Brings the registry to the current version by Liquibase; only the console's login may. */
@Singleton
public final class RegistrySchema {
    // Liquibase writes pages at INFO through java.util.logging; only its warnings are news.
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    /** Needs nothing; the connection comes with each call. */
    public RegistrySchema() {
        LIQUIBASE.setLevel(Level.WARNING);
    }

    /**
     * Applies what the registry's changelog has and the database has not.
     *
     * @param admin connection of kk_admin, used for nothing else; not closed
     */
    public void migrate(Connection admin) throws LiquibaseException {
        try {
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> update(admin));
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        }
    }

    private static void update(Connection admin) throws Exception {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(admin));
        database.setDefaultSchemaName("registry");
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog/registry/root.yaml")
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG)
                .execute();
    }
}
