package dev.cortado.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelsTest {
    @Test
    void everyPixelIsItsQuotientBy255ToTheLastBit() {
        byte[] pixels = new byte[256];
        for (int x = 0; x < 256; x++) {
            pixels[x] = (byte) x;
        }
        Pixels.flip(pixels);
        float[] scaled = new float[258];
        Pixels.scale(pixels, 0, scaled, 1, 256);
        for (int x = 0; x < 256; x++) {
            assertThat(scaled[1 + x]).isEqualTo(x / 255f);
        }
        assertThat(scaled[0]).isZero();
        assertThat(scaled[257]).isZero();
    }
}
