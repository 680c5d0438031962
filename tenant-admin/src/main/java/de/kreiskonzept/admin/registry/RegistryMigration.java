package de.kreiskonzept.admin.registry;

import de.kreiskonzept.foundation.database.RegistrySchema;
import io.micronaut.context.annotation.Context;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PostConstruct;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;

/** Brings the registry to the version of this program before anything asks it; a start that cannot do so fails. */
@Context
final class RegistryMigration {
    private final RegistrySchema schema;
    private final DataSource database;

    RegistryMigration(RegistrySchema schema, DataSource database) {
        this.schema = schema;
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    @PostConstruct
    void migrate() throws SQLException, LiquibaseException {
        try (var connection = database.getConnection()) {
            schema.migrate(connection);
        }
    }
}
