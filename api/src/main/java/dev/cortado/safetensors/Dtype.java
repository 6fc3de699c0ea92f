package dev.cortado.safetensors;

import dev.cortado.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The types of numbers that the format knows, by the names it gives them. Floating-point numbers of 16 bits and more are read
/// as float32; of the others only the size matters, to find what lies behind them.
enum Dtype {
    F64(64), F32(32), F16(16), BF16(16),
    BOOL(8), U8(8), I8(8), I16(16), U16(16), I32(32), U32(32), I64(64), U64(64), C64(64),
    F8_E4M3(8), F8_E5M2(8), F8_E8M0(8), F6_E2M3(6), F6_E3M2(6), F4(4);

    private final int bits;

    Dtype(int bits) {
        this.bits = bits;
    }

    static Optional<Dtype> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /// Those whose numbers can be read.
    static List<Dtype> readable() {
        return Arrays.stream(values()).filter(Dtype::isReadable).toList();
    }

    boolean isReadable() {
        return compareTo(BF16) <= 0;
    }

    /// How many bytes so many numbers take.
    ///
    /// @throws ArithmeticException if they are no number of whole bytes, or too many
    long bytes(long elements) {
        long size = Math.multiplyExact(elements, bits);
        if (size % 8 != 0) {
            throw new ArithmeticException("%d bits are not whole bytes".formatted(size));
        }
        return size / 8;
    }

    /// Puts numbers into a tensor, from an element on, and returns how many they were.
    int read(ByteBuffer bytes, Tensor tensor, int from) {
        int count = bytes.remaining() * 8 / bits;
        float[] data = tensor.data();
        for (int i = 0; i < count; i++) {
            data[from + i] = number(bytes, i);
        }
        return count;
    }

    private float number(ByteBuffer bytes, int at) {
        return switch (this) {
            case F64 -> (float) bytes.getDouble(8 * at);
            case F32 -> bytes.getFloat(4 * at);
            case F16 -> Float.float16ToFloat(bytes.getShort(2 * at));
            case BF16 -> Float.intBitsToFloat(bytes.getShort(2 * at) << 16);
            case BOOL, U8, I8, I16, U16, I32, U32, I64, U64, C64, F8_E4M3, F8_E5M2, F8_E8M0, F6_E2M3, F6_E3M2, F4 ->
                    throw new AssertionError(this + " is not read");
        };
    }
}
