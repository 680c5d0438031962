package de.kreiskonzept.deploy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fresh database on a running server: what earlier runs left in the named one is not met. */
final class OwnDatabase {
    private static final Pattern NAME = Pattern.compile("(jdbc:postgresql://[^/]*/)([^?]*)(.*)");

    private OwnDatabase() {}

    /**
     * Creates a database with German collation.
     *
     * @param url JDBC URL of any database of the server, with a superuser's name and password
     * @return the same for the new database
     */
    static String on(String url) {
        Matcher parts = NAME.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("KK_DATABASE_URL is no URL of PostgreSQL");
        }
        String name = "kreiskonzept_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'"
                    + " LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'");
        } catch (SQLException e) {
            throw new IllegalStateException("the server of KK_DATABASE_URL does not make a database", e);
        }
        return parts.group(1) + name + parts.group(3);
    }
}
