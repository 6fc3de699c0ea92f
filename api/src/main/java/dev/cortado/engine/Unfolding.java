package dev.cortado.engine;

import java.util.Arrays;

/// One image as the matrix of its windows, and back: row (channel, y, x) has the pixel number (y, x) of every window, so that
/// neighbouring windows are neighbours in memory. The padding is 0.
final class Unfolding {
    private Unfolding() {
    }

    /// @param start where the image begins
    /// @param columns of windows.inputs() rows and windows.places() columns
    static void unfold(float[] images, int start, Windows windows, float[] columns) {
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        int row = 0;
        for (int c = 0; c < windows.channels(); c++) {
            int channel = start + c * down.length() * across.length();
            for (int y = 0; y < down.window(); y++) {
                for (int x = 0; x < across.window(); x++, row++) {
                    unfold(images, channel, windows, y, x, columns, row * windows.places());
                }
            }
        }
    }

    private static void unfold(float[] images, int channel, Windows windows, int y, int x, float[] columns, int at) {
        Windows.Along across = windows.across();
        int first = across.firstPlace(x);
        int end = across.endPlace(x);
        int stride = across.stride();
        for (int place = 0; place < windows.down().places(); place++, at += across.places()) {
            int pixel = windows.down().pixel(place, y);
            if (pixel < 0 || pixel >= windows.down().length() || first == end) {
                Arrays.fill(columns, at, at + across.places(), 0);
                continue;
            }
            Arrays.fill(columns, at, at + first, 0);
            Arrays.fill(columns, at + end, at + across.places(), 0);
            int from = channel + pixel * across.length() + across.pixel(first, x);
            if (stride == 1) {
                System.arraycopy(images, from, columns, at + first, end - first);
            } else {
                for (int p = first; p < end; p++, from += stride) {
                    columns[at + p] = images[from];
                }
            }
        }
    }

    /// Adds every number to the pixel it comes from, window pixel by window pixel.
    static void fold(float[] columns, Windows windows, float[] images, int start) {
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        int row = 0;
        for (int c = 0; c < windows.channels(); c++) {
            int channel = start + c * down.length() * across.length();
            for (int y = 0; y < down.window(); y++) {
                for (int x = 0; x < across.window(); x++, row++) {
                    fold(columns, row * windows.places(), windows, y, x, images, channel);
                }
            }
        }
    }

    private static void fold(float[] columns, int at, Windows windows, int y, int x, float[] images, int channel) {
        Windows.Along across = windows.across();
        int first = across.firstPlace(x);
        int end = across.endPlace(x);
        for (int place = windows.down().firstPlace(y); place < windows.down().endPlace(y); place++) {
            int from = at + place * across.places();
            int to = channel + windows.down().pixel(place, y) * across.length() + across.pixel(first, x);
            for (int p = first; p < end; p++, to += across.stride()) {
                images[to] += columns[from + p];
            }
        }
    }
}
