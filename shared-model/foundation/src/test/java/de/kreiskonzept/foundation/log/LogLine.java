package de.kreiskonzept.foundation.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a log with these settings would write, without writing it. */
public final class LogLine {
    private final LoggerContext context = new LoggerContext();
    private final Encoder<LoggingEvent> encoder;

    /**
     * Reads settings, which have to be right.
     *
     * @param settings XML of Logback
     * @param appender its name
     */
    @SuppressWarnings("unchecked")
    public LogLine(InputStream settings, String appender) throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(settings);
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getLevel() > Status.INFO);
        var out = (ConsoleAppender<?>) context.getLogger("ROOT").getAppender(appender);
        encoder = (Encoder<LoggingEvent>) out.getEncoder();
    }

    /** The line of an error. */
    public String of(String message, @Nullable Throwable error, Object... arguments) {
        var event = new LoggingEvent("any", context.getLogger("any"), Level.ERROR, message, error, arguments);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
