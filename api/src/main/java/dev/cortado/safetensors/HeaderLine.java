package dev.cortado.safetensors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cortado.tensor.Shape;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a header says of one tensor, as it was found there.
record HeaderLine(String name, JsonNode json) {

    /// The line, after everything in it has been held to everything else.
    Header.Entry entry() throws IOException {
        Dtype dtype = dtype();
        long[] lengths = numbers("shape");
        long[] places = numbers("data_offsets");
        if (places.length != 2 || places[0] > places[1]) {
            throw bad("data_offsets %s are not a begin and an end".formatted(Arrays.toString(places)));
        }
        long size = size(dtype, lengths);
        if (places[1] - places[0] != size) {
            throw bad("%s of %s takes %d bytes, but data_offsets %s hold %d"
                    .formatted(dtype, Arrays.toString(lengths), size, Arrays.toString(places), places[1] - places[0]));
        }
        return new Header.Entry(name, dtype, shape(lengths), places[0], places[1]);
    }

    private Dtype dtype() throws IOException {
        JsonNode dtype = json.get("dtype");
        if (dtype == null || !dtype.isTextual()) {
            throw bad("it has no dtype");
        }
        return Dtype.of(dtype.textValue()).orElseThrow(() ->
                bad("its dtype '%s' is unknown; known are %s".formatted(dtype.textValue(), Arrays.toString(Dtype.values()))));
    }

    private long[] numbers(String field) throws IOException {
        JsonNode list = json.get(field);
        if (list == null || !list.isArray()) {
            throw bad("it has no list of " + field);
        }
        long[] numbers = new long[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = list.get(i);
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                throw bad("%s is in its %s, where whole numbers from 0 to 2^63-1 belong".formatted(number, field));
            }
            numbers[i] = number.longValue();
        }
        return numbers;
    }

    private long size(Dtype dtype, long[] lengths) throws IOException {
        try {
            return dtype.bytes(Arrays.stream(lengths).reduce(1, Math::multiplyExact));
        } catch (ArithmeticException e) {
            throw bad("%s of %s cannot be: %s".formatted(dtype, Arrays.toString(lengths), e.getMessage()), e);
        }
    }

    private Shape shape(long[] lengths) throws IOException {
        try {
            return Shape.of(Arrays.stream(lengths).mapToInt(Math::toIntExact).toArray());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw bad("a shape of %s is too large here: %s".formatted(Arrays.toString(lengths), e.getMessage()), e);
        }
    }

    private IOException bad(String reason) {
        return bad(reason, null);
    }

    private IOException bad(String reason, @Nullable Exception cause) {
        return new IOException("tensor '%s': %s".formatted(name, reason), cause);
    }
}
