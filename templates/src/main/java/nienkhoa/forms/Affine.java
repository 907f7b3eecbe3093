package nienkhoa.forms;

import org.apache.pdfbox.util.Matrix;

/** A change of coordinates (ISO 32000-1 section 8.3.4): (x, y) becomes (ax + cy + e, bx + dy + f). */
record Affine(float a, float b, float c, float d, float e, float f) {

    static final Affine NONE = new Affine(1, 0, 0, 1, 0, 0);

    static Affine of(Matrix matrix) {
        return new Affine(
                matrix.getScaleX(),
                matrix.getShearY(),
                matrix.getShearX(),
                matrix.getScaleY(),
                matrix.getTranslateX(),
                matrix.getTranslateY());
    }

    /** The operands of {@code cm} and {@code Tm}. */
    static Affine of(Operators operators) {
        return new Affine(
                operators.number(0),
                operators.number(1),
                operators.number(2),
                operators.number(3),
                operators.number(4),
                operators.number(5));
    }

    /** This change, then another one. */
    Affine then(Affine other) {
        return new Affine(
                a * other.a + b * other.c,
                a * other.b + b * other.d,
                c * other.a + d * other.c,
                c * other.b + d * other.d,
                other.x(e, f),
                other.y(e, f));
    }

    /** A move, then this change. */
    Affine after(float x, float y) {
        return new Affine(a, b, c, d, x(x, y), y(x, y));
    }

    float x(float x, float y) {
        return a * x + c * y + e;
    }

    float y(float x, float y) {
        return b * x + d * y + f;
    }
}
