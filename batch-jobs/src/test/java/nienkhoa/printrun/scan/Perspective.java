package nienkhoa.printrun.scan;

/** How a plane looks from aside. */
final class Perspective {

    private Perspective() {}

    /**
     * From a picture to a page that lies in it.
     *
     * @param corners of the page in the picture, x and y in turn, clockwise from the upper left
     * @return eight numbers for {@link #at}
     */
    static double[] fromCorners(double[] corners, int width, int height) {
        double[] page = {0, 0, width, 0, width, height, 0, height};
        double[][] equations = new double[8][9];
        for (int i = 0; i < 4; i++) {
            double x = corners[2 * i];
            double y = corners[2 * i + 1];
            double u = page[2 * i];
            double v = page[2 * i + 1];
            equations[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
            equations[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
        }
        return solved(equations);
    }

    static double[] at(double[] numbers, double x, double y) {
        double depth = numbers[6] * x + numbers[7] * y + 1;
        return new double[] {
            (numbers[0] * x + numbers[1] * y + numbers[2]) / depth,
            (numbers[3] * x + numbers[4] * y + numbers[5]) / depth
        };
    }

    private static double[] solved(double[][] equations) {
        int count = equations.length;
        for (int column = 0; column < count; column++) {
            int pivot = column;
            for (int row = column; row < count; row++) {
                pivot = Math.abs(equations[row][column]) > Math.abs(equations[pivot][column]) ? row : pivot;
            }
            double[] swap = equations[column];
            equations[column] = equations[pivot];
            equations[pivot] = swap;
            for (int row = 0; row < count; row++) {
                double share = row == column ? 0 : equations[row][column] / equations[column][column];
                for (int at = column; at <= count; at++) {
                    equations[row][at] -= share * equations[column][at];
                }
            }
        }
        double[] numbers = new double[count];
        for (int row = 0; row < count; row++) {
            numbers[row] = equations[row][count] / equations[row][row];
        }
        return numbers;
    }
}
