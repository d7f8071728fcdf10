package pe.minka.platform.runtime.imports;

/** How the rows of a file are written. */
enum ImportFormat {
    /** RFC 4180 in UTF-8, with a header; separated by comma, semicolon or tab, as the header shows. */
    CSV,
    /** One JSON object a line. */
    JSON_LINES
}
