package org.lotse.models.reach;

/** A positive definite matrix as the product of a lower triangle and its transpose. */
final class Cholesky {
    private static final double LEAST = 1e-10;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * @param matrix symmetric; only its lower half is read
     */
    static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            for (int j = 0; j <= i; j++) {
                double[] other = lower[j];
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                row[j] = i == j ? Math.sqrt(Math.max(LEAST, sum)) : sum / other[j];
            }
        }
        return new Cholesky(lower);
    }

    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            double[] row = lower[i];
            for (int k = 0; k < i; k++) {
                x[k] -= row[k] * x[i];
            }
        }
        return x;
    }

    /** The inverse of the matrix, whole. */
    double[][] inverse() {
        int size = lower.length;
        double[][] columns = new double[size][];
        for (int j = 0; j < size; j++) { // columns of the inverse triangle, as rows
            double[] x = new double[size];
            x[j] = 1 / lower[j][j];
            for (int i = j + 1; i < size; i++) {
                double[] row = lower[i];
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= row[k] * x[k];
                }
                x[i] = sum / row[i];
            }
            columns[j] = x;
        }
        double[][] inverse = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < size; k++) {
                    sum += columns[i][k] * columns[j][k];
                }
                inverse[i][j] = sum;
                inverse[j][i] = sum;
            }
        }
        return inverse;
    }
}
