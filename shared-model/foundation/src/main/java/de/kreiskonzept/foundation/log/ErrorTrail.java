package de.kreiskonzept.foundation.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * What of an error may stand in a log: classes and places, never messages, because those of a database or a mail server carry values of
 * rows and addresses.
 */
public final class ErrorTrail extends ThrowableHandlingConverter {
    private static final int CAUSES = 8;
    private static final int PLACES = 12;

    @Override
    public String convert(ILoggingEvent event) {
        var trail = new StringJoiner(" <- ");
        IThrowableProxy cause = event.getThrowableProxy();
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            trail.add(cause.getClassName() + places(cause.getStackTraceElementProxyArray()));
            cause = cause.getCause();
        }
        return trail.toString();
    }

    private static String places(StackTraceElementProxy[] frames) {
        var places = new StringBuilder();
        Arrays.stream(frames)
                .limit(PLACES)
                .map(StackTraceElementProxy::getSTEAsString)
                .forEach(place -> places.append(' ').append(place));
        return places.toString();
    }
}
