package de.kreiskonzept.platform;

import io.micronaut.runtime.Micronaut;

/** Starts the application of the counties. */
public final class Platform {
    private Platform() {}

    /** Starts with the settings of the environment; ends with an error where one is missing. */
    public static void main(String[] args) {
        Micronaut.build(args).environments("platform").mainClass(Platform.class).start();
    }
}
