package de.kreiskonzept.foundation.mail;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Where people outside find the two applications: links in mail begin with it, whether or not the setting ends with a slash. */
@Singleton
public final class SiteUrls {
    private final String platform;
    private final String console;

    /** Takes the addresses as {@code KK_PUBLIC_URL} and {@code KK_CONSOLE_URL} have them. */
    public SiteUrls(
            @Value("${kreiskonzept.public-url}") String platform,
            @Value("${kreiskonzept.console-url}") String console) {
        this.platform = withoutSlash(platform);
        this.console = withoutSlash(console);
    }

    private static String withoutSlash(String url) {
        return url.strip().replaceFirst("/+$", "");
    }

    /** Returns the address of a path of the platform, such as {@code /konstanz/}. */
    public String platform(String path) {
        return platform + path;
    }

    /** Returns the address of a path of the console. */
    public String console(String path) {
        return console + path;
    }
}
