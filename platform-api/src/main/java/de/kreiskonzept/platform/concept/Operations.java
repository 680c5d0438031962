package de.kreiskonzept.platform.concept;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the description of the interface says of each kind of operation; said once for all parts of it. */
public final class Operations {
    private Operations() {}

    /** Answers that every operation may give. */
    @ApiResponse(
            responseCode = "400",
            description = "Kein lesbares JSON, ein unbekanntes Feld oder eine ungültige Kennung")
    @ApiResponse(responseCode = "401", description = "Nicht angemeldet")
    @ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus, oder der Teil ist nicht zugewiesen")
    @ApiResponse(responseCode = "404", description = "Das gibt es nicht")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface All {}

    /** Gives part of a list. */
    @ApiResponse(responseCode = "200", description = "Teil der Liste; Link nennt die anderen Teile")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Listing {}

    /** Gives one thing. */
    @ApiResponse(responseCode = "200", description = "Gelesen; ETag nennt die Version")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Reading {}

    /** Makes something new. */
    @ApiResponse(responseCode = "201", description = "Angelegt; ETag nennt die Version")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Creating {}

    /** Changes what was read in the version of the header If-Match. */
    @ApiResponse(responseCode = "200", description = "Geändert; ETag nennt die Version")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Changing {}

    /** Deletes for ever what was read in the version of the header If-Match. */
    @ApiResponse(responseCode = "204", description = "Gelöscht")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Deleting {}

    /** Writes in a version of the concept, as long as that is not frozen. */
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface InDraft {}

    /** Puts what was read in the version of the header If-Match into the bin of a version that is not frozen. */
    @ApiResponse(responseCode = "204", description = "Gelöscht; lässt sich wiederherstellen")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Binning {}

    /** Takes a deletion back. */
    @ApiResponse(responseCode = "200", description = "Wiederhergestellt; ETag nennt die Version")
    @ApiResponse(
            responseCode = "409",
            description = "Die Fassung ist beschlossen, oder was darüber steht, ist gelöscht")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Restoring {}

    /** Swaps a node with its neighbour. */
    @ApiResponse(responseCode = "204", description = "Verschoben; am Ende der Reihe ändert sich nichts")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "422", description = "Die Richtung fehlt oder ist weder up noch down")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Moving {}
}
