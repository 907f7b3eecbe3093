package nienkhoa.forms;

import java.util.List;
import java.util.Locale;

/** What the cells of a column hold: decides how they are set and how they are counted. */
enum CellKind {
    /** A number, a code or a date, centred. */
    NUMBER,
    /** A word, centred, set smaller until it fits. */
    WORD,
    /** A person's name on one line. */
    NAME,
    /** Text that wraps. */
    TEXT,
    /** Text that wraps; its row grows with it. */
    NOTE,
    /** Text whose first line is bold. */
    LEAD,
    TICK,
    /** Hoàn thành tốt, Hoàn thành, Chưa hoàn thành (TT 27/2020/TT-BGDĐT). */
    SUBJECT_LEVEL,
    /** Tốt, Đạt, Cần cố gắng (TT 27/2020/TT-BGDĐT). */
    QUALITY_LEVEL,
    /** Điểm KTĐK. */
    SCORE,
    /** A mark from 0 to 10 with a decimal comma, or Đ, CĐ or Miễn (TT 58/2011/TT-BGDĐT, TT 22/2021/TT-BGDĐT). */
    MARK,
    /** One study year of a registry; the content is the index of the book's year. */
    YEAR,
    /** Remarks of a registry, with the study years that the book has no column for. */
    REMARK,
    /** A photo, or a frame to glue one in. */
    PHOTO;

    static CellKind of(String name) {
        return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** The levels from best to worst; empty if this is no level. */
    List<String> levels() {
        return switch (this) {
            case SUBJECT_LEVEL -> List.of("T", "H", "C");
            case QUALITY_LEVEL -> List.of("T", "Đ", "C");
            default -> List.of();
        };
    }

    boolean isCounted() {
        return this == TICK || !levels().isEmpty();
    }
}
