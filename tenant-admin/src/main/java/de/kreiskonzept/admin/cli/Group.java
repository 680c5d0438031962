package de.kreiskonzept.admin.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word that is followed by a command; alone it is a wrong usage. */
@Command
public abstract class Group implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw wrong("Name a command.");
    }

    /** The way a wrong usage ends: with the message, the usage and status 2. */
    protected RuntimeException wrong(String message) {
        return spec == null ? new IllegalStateException(message) : new ParameterException(spec.commandLine(), message);
    }
}
