package nienkhoa.forms.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRConditionalStyle;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRExpressionChunk;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.JRHyperlink;
import net.sf.jasperreports.engine.JRImage;
import net.sf.jasperreports.engine.JRLine;
import net.sf.jasperreports.engine.JRPropertiesHolder;
import net.sf.jasperreports.engine.JRRectangle;
import net.sf.jasperreports.engine.JRSection;
import net.sf.jasperreports.engine.JRStaticText;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRTextField;
import net.sf.jasperreports.engine.JRVariable;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.type.EvaluationTimeEnum;
import net.sf.jasperreports.engine.type.FooterPositionEnum;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.engine.type.IncrementTypeEnum;
import net.sf.jasperreports.engine.type.PrintOrderEnum;
import net.sf.jasperreports.engine.type.ResetTypeEnum;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.type.WhenNoDataTypeEnum;
import org.jspecify.annotations.Nullable;

/** Looks for what a template has and this package does not know. */
final class Known {

    private static final String OF_ENGINE = "net.sf.jasperreports.";

    private final List<String> unknown = new ArrayList<>();

    private Known() {}

    /** What stands in the way of filling the template here; empty if nothing does. */
    static Optional<String> firstUnknown(JasperReport report) {
        Known known = new Known();
        known.report(report);
        known.bands(report);
        known.groups(report);
        known.variables(report);
        known.styles(report);
        return known.unknown.stream().findFirst();
    }

    private void refuse(boolean is, String what) {
        if (is) {
            unknown.add(what);
        }
    }

    private void report(JasperReport report) {
        refuse(report.getColumnCount() != null && report.getColumnCount() > 1, "several columns");
        refuse(report.getPrintOrder() == PrintOrderEnum.HORIZONTAL, "rows side by side");
        refuse(report.getColumnDirection() == RunDirectionEnum.RTL, "columns from the right");
        refuse(report.isIgnorePagination(), "one endless page");
        refuse(report.isTitleNewPage() || report.isSummaryNewPage(), "a title or summary on a page of its own");
        refuse(report.isSummaryWithPageHeaderAndFooter(), "a summary with headers and footers");
        refuse(report.getColumnFooter() != null, "a column footer");
        refuse(report.getNoData() != null, "a band for no data");
        refuse(report.getLastPageFooter() != null && report.getSummary() != null, "a last footer and a summary");
        refuse(report.getScriptletClass() != null || given(report.getScriptlets()), "scriptlets");
        refuse(report.getFormatFactoryClass() != null, "formats of its own");
        refuse(report.getResourceBundle() != null, "a resource bundle");
        refuse(report.getQuery() != null || given(report.getSortFields()), "a query or an order of its own");
        refuse(report.getMainDataset().getFilterExpression() != null, "a filter");
        refuse(given(report.getTemplates()) || given(report.getDatasets()), "style templates or datasets");
        refuse(given(report.getPropertyExpressions()), "computed properties");
        refuse(setsEngine(report), "settings of the engine");
        refuse(
                report.getWhenNoDataType() != null
                        && report.getWhenNoDataType() != WhenNoDataTypeEnum.NO_PAGES
                        && report.getWhenNoDataType() != WhenNoDataTypeEnum.ALL_SECTIONS_NO_DETAIL,
                "blank pages for no data");
    }

    private static boolean given(Object @Nullable [] some) {
        return some != null && some.length > 0;
    }

    private static boolean setsEngine(JRPropertiesHolder holder) {
        return holder.hasProperties()
                && Arrays.stream(holder.getPropertiesMap().getPropertyNames())
                        .anyMatch(name -> name.startsWith(OF_ENGINE));
    }

    private void bands(JasperReport report) {
        Stream.of(report.getBackground(), report.getPageFooter(), report.getLastPageFooter())
                .flatMap(Stream::ofNullable)
                .forEach(band -> band(band, true));
        Stream.of(report.getTitle(), report.getPageHeader(), report.getColumnHeader(), report.getSummary())
                .flatMap(Stream::ofNullable)
                .forEach(band -> band(band, false));
        bands(report.getDetailSection()).forEach(band -> band(band, false));
    }

    private static Stream<JRBand> bands(@Nullable JRSection section) {
        return section == null || section.getBands() == null ? Stream.empty() : Arrays.stream(section.getBands());
    }

    private void band(JRBand band, boolean fixed) {
        refuse(band.getSplitType() == SplitTypeEnum.IMMEDIATE, "a band that is divided at once");
        refuse(band.getReturnValues() != null && !band.getReturnValues().isEmpty(), "a band that returns values");
        refuse(setsEngine(band), "settings of the engine");
        for (JRElement element : band.getElements()) {
            refuse(element.getElementGroup() != band, "elements in groups");
            element(element);
            refuse(fixed && moves(element), "a footer or background that grows");
        }
    }

    private static boolean moves(JRElement element) {
        return element instanceof JRTextField field && field.getTextAdjust() == TextAdjustEnum.STRETCH_HEIGHT;
    }

    private void element(JRElement element) {
        refuse(!element.isPrintRepeatedValues(), "repeated values left out");
        refuse(element.isPrintWhenDetailOverflows(), "elements that are printed again");
        refuse(element.isRemoveLineWhenBlank(), "blank lines left out");
        refuse(element.getStyleExpression() != null || given(element.getPropertyExpressions()), "computed looks");
        refuse(setsEngine(element), "settings of the engine");
        refuse(element.getStretchType() == StretchTypeEnum.CONTAINER_BOTTOM, "a stretch to the bottom");
        refuse(element.getStretchType() == StretchTypeEnum.ELEMENT_GROUP_BOTTOM, "a stretch to the bottom");
        if (element instanceof JRTextField field) {
            text(field);
        } else if (element instanceof JRImage image) {
            image(image);
        } else {
            refuse(
                    !(element instanceof JRStaticText || element instanceof JRLine || element instanceof JRRectangle),
                    element.getClass().getSimpleName());
        }
    }

    private void text(JRTextField field) {
        boolean late = field.getEvaluationTime() == EvaluationTimeEnum.REPORT;
        refuse(!late && isDelayed(field.getEvaluationTime()), "texts of another moment");
        refuse(late && field.getTextAdjust() != null && field.getTextAdjust() != TextAdjustEnum.CUT_TEXT, "late sizes");
        refuse(late && field.getPrintWhenExpression() != null, "late conditions");
        refuse(field.getPattern() != null || field.getPatternExpression() != null, "patterns");
        refuse(field.getAnchorNameExpression() != null || field.getBookmarkLevelExpression() != null, "anchors");
        link(field);
    }

    private void image(JRImage image) {
        refuse(isDelayed(image.getEvaluationTime()), "pictures of another moment");
        refuse(image.isLazy() || Boolean.TRUE.equals(image.getUsingCache()), "pictures loaded by the engine");
        refuse(
                image.getScaleImage() == ScaleImageEnum.REAL_HEIGHT
                        || image.getScaleImage() == ScaleImageEnum.REAL_SIZE,
                "pictures in their own size");
        link(image);
    }

    private void link(JRHyperlink link) {
        refuse(link.getHyperlinkType() != null && link.getHyperlinkType() != HyperlinkTypeEnum.NONE, "links");
    }

    private static boolean isDelayed(@Nullable EvaluationTimeEnum time) {
        return time != null && time != EvaluationTimeEnum.NOW;
    }

    private void groups(JasperReport report) {
        if (report.getGroups() != null) {
            for (JRGroup group : report.getGroups()) {
                refuse(bands(group.getGroupHeaderSection()).findAny().isPresent(), "group headers");
                refuse(group.isStartNewColumn() || group.isResetPageNumber(), "groups with pages of their own");
                refuse(group.isKeepTogether() || group.getMinHeightToStartNewPage() > 0, "groups kept together");
                refuse(group.getMinDetailsToStartFromTop() > 0, "groups kept together");
                refuse(
                        group.getFooterPosition() != null && group.getFooterPosition() != FooterPositionEnum.NORMAL,
                        "group footers at the bottom");
                bands(group.getGroupFooterSection()).forEach(band -> band(band, false));
            }
        }
    }

    private void variables(JasperReport report) {
        for (JRVariable variable : report.getVariables()) {
            refuse(
                    variable.getIncrementType() != null && variable.getIncrementType() != IncrementTypeEnum.NONE,
                    "variables counted by pages");
            refuse(
                    variable.getResetType() == ResetTypeEnum.NONE || variable.getResetType() == ResetTypeEnum.MASTER,
                    "variables that never begin");
        }
    }

    private void styles(JasperReport report) {
        if (report.getStyles() != null) {
            for (JRStyle style : report.getStyles()) {
                refuse(style.getStyle() == null && style.getStyleNameReference() != null, "styles from elsewhere");
                Styles.conditions(style).forEach(this::condition);
            }
        }
    }

    private void condition(JRConditionalStyle style) {
        JRExpressionChunk[] chunks = style.getConditionExpression().getChunks();
        refuse(
                chunks == null
                        || Arrays.stream(chunks)
                                .anyMatch(chunk -> chunk.getType() != JRExpressionChunk.TYPE_TEXT
                                        && chunk.getType() != JRExpressionChunk.TYPE_PARAMETER),
                "looks that depend on a row");
    }
}
