package de.kreiskonzept.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Events as a calendar file (RFC 5545). */
public final class CalendarFile {
    /** What the file is, for browsers and calendars. */
    public static final String TYPE = "text/calendar";

    private CalendarFile() {}

    /**
     * The answer that brings the file.
     *
     * @param name of the file without its ending
     */
    public static MutableHttpResponse<byte[]> answer(String name, List<VEvent> events) {
        return HttpResponse.ok(write(events))
                .contentType(MediaType.of(TYPE + "; charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.ics\"".formatted(name));
    }

    private static byte[] write(List<VEvent> events) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Kreiskonzept//Kalender//DE"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        events.forEach(calendar::add);
        var bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
