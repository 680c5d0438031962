package de.kreiskonzept.platform.document.paper;

/** The files that a paper can become. */
public enum Format {
    /** For reading, printing and keeping. */
    PDF("pdf", "application/pdf"),
    /** For writing on. */
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** For reckoning with; holds the tables only. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

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
}
