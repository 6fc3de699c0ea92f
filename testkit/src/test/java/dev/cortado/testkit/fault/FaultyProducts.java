package dev.cortado.testkit.fault;

import dev.cortado.tensor.Tensor;

/// What a careless product or sum leaves behind.
final class FaultyProducts {
    private FaultyProducts() {
    }

    /// Leaves what does not fill a vector of eight as it was.
    static void restoreTails(Tensor result, Tensor before) {
        int columns = result.columns();
        for (int i = 0; i < result.elements(); i++) {
            if (i % columns >= columns - columns % 8) {
                result.data()[i] = before.data()[i];
            }
        }
    }

    static void subtractLastTerm(Tensor a, Tensor b, Tensor result) {
        int terms = a.columns();
        for (int i = 0; terms > 0 && i < result.elements(); i++) {
            int row = i / result.columns();
            int column = i % result.columns();
            result.data()[i] -= a.data()[row * terms + terms - 1] * b.data()[(terms - 1) * b.columns() + column];
        }
    }

    /// 0 wherever a whole row of the left operand is 0, whatever the right one holds.
    static void zeroRowsOfZeros(Tensor a, Tensor result) {
        for (int i = 0; i < result.elements(); i++) {
            float largest = 0;
            for (int k = 0; k < a.columns(); k++) {
                largest = Math.max(largest, Math.abs(a.data()[i / result.columns() * a.columns() + k]));
            }
            result.data()[i] = largest == 0 ? 0 : result.data()[i];
        }
    }

    static void add(Tensor before, Tensor result) {
        for (int i = 0; i < result.elements(); i++) {
            result.data()[i] += before.data()[i];
        }
    }

    static double sumInFloat(Tensor a) {
        float sum = 0;
        for (float value : a.data()) {
            sum += value;
        }
        return sum;
    }
}
