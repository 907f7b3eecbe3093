package nienkhoa.forms.fill;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.type.WhenNoDataTypeEnum;
import org.jspecify.annotations.Nullable;

/**
 * A template as this package needs it. Lengths are in points.
 *
 * @param printsWithoutRows whether all but the rows is printed when there is no row
 * @param bottom where the lower margin begins
 */
record Layout(
        @Nullable Band background,
        @Nullable Band title,
        @Nullable Band pageHeader,
        @Nullable Band columnHeader,
        List<Band> details,
        List<Group> groups,
        @Nullable Band pageFooter,
        @Nullable Band lastPageFooter,
        @Nullable Band summary,
        boolean printsWithoutRows,
        int left,
        int top,
        int bottom,
        List<Item> items) {

    static Layout of(JasperReport report) {
        List<Item> all = new ArrayList<>();
        return new Layout(
                Band.ofNullable(report.getBackground(), all),
                Band.ofNullable(report.getTitle(), all),
                Band.ofNullable(report.getPageHeader(), all),
                Band.ofNullable(report.getColumnHeader(), all),
                Band.of(report.getDetailSection(), all),
                Group.of(report.getGroups(), all),
                Band.ofNullable(report.getPageFooter(), all),
                Band.ofNullable(report.getLastPageFooter(), all),
                Band.ofNullable(report.getSummary(), all),
                report.getWhenNoDataType() == WhenNoDataTypeEnum.ALL_SECTIONS_NO_DETAIL,
                report.getLeftMargin(),
                report.getTopMargin(),
                report.getPageHeight() - report.getBottomMargin(),
                all);
    }

    /** Where the page footer begins. */
    int footerTop(@Nullable Band footer) {
        return bottom - (footer == null ? 0 : footer.height());
    }
}
