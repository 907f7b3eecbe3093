package nienkhoa.rendering;

/**
 * The files of a rendered document.
 *
 * @param recipeSha256 of everything that decides the bytes: data, edition with its fonts, variant, engine
 * @param dataSha256 of the data file, which is also embedded in the PDF
 * @param xlsxSha256 empty if the form has no workbook
 * @param bytes of all files together
 */
public record Made(String recipeSha256, String dataSha256, String pdfSha256, String xlsxSha256, int pages, long bytes) {

    /** Nothing has been made yet. */
    public static final Made NOTHING = new Made("", "", "", "", 0, 0);
}
