package de.kreiskonzept.platform.document.paper;

import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The files that a paper can become. */
public enum Format {
    /** For reading, printing and keeping. */
    PDF("pdf", Format.PDF_TYPE),
    /** For writing on. */
    DOCX("docx", Format.DOCX_TYPE),
    /** For reckoning with; holds the tables only. */
    XLSX("xlsx", Format.XLSX_TYPE);

    /** Media type of a PDF file (RFC 8118). */
    public static final String PDF_TYPE = "application/pdf";
    /** Media type of a Word file as IANA has registered it. */
    public static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /** Media type of an Excel file as IANA has registered it. */
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Ending of the file name, without the dot. */
    public String ending() {
        return ending;
    }

    /** Media type as IANA has registered it. */
    public String mediaType() {
        return mediaType;
    }

    /** An operation that answers with a PDF file. */
    @Produces(PDF_TYPE)
    @ApiResponse(
            responseCode = "200",
            description = "Die Datei",
            content = @Content(mediaType = PDF_TYPE, schema = @Schema(type = "string", format = "binary")))
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Pdf {}

    /** An operation that answers with a Word file. */
    @Produces(DOCX_TYPE)
    @ApiResponse(
            responseCode = "200",
            description = "Die Datei",
            content = @Content(mediaType = DOCX_TYPE, schema = @Schema(type = "string", format = "binary")))
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Docx {}

    /** An operation that answers with an Excel file. */
    @Produces(XLSX_TYPE)
    @ApiResponse(
            responseCode = "200",
            description = "Die Datei",
            content = @Content(mediaType = XLSX_TYPE, schema = @Schema(type = "string", format = "binary")))
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Xlsx {}
}
