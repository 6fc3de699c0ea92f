package dev.cortado.datasets;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The types of elements that an IDX file may have.
enum IdxType {
    UNSIGNED_BYTE(0x08, 1, "unsigned bytes"),
    BYTE(0x09, 1, "signed bytes"),
    SHORT(0x0B, 2, "shorts"),
    INT(0x0C, 4, "ints"),
    FLOAT(0x0D, 4, "floats"),
    DOUBLE(0x0E, 8, "doubles");

    final int code;
    final int size;
    private final String plural;

    IdxType(int code, int size, String plural) {
        this.code = code;
        this.size = size;
        this.plural = plural;
    }

    static Optional<IdxType> of(int code) {
        for (IdxType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// The next element.
    float read(ByteBuffer buffer) {
        return switch (this) {
            case UNSIGNED_BYTE -> buffer.get() & 0xFF;
            case BYTE -> buffer.get();
            case SHORT -> buffer.getShort();
            case INT -> buffer.getInt();
            case FLOAT -> buffer.getFloat();
            case DOUBLE -> (float) buffer.getDouble();
        };
    }

    @Override
    public String toString() {
        return plural;
    }
}
