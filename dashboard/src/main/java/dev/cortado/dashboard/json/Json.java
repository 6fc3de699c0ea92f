package dev.cortado.dashboard.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JSON as the page reads it.
public final class Json {
    private static final MathContext DIGITS = new MathContext(6);

    private final ObjectMapper everything;
    private final ObjectMapper present;

    /// Ready to write and read.
    ///
    /// @param exact the types whose numbers are computed with, and so are written with all their digits
    public Json(Class<?>... exact) {
        Rounded rounded = new Rounded(DIGITS, Set.of(exact));
        SimpleModule numbers = new SimpleModule()
                .addSerializer(Double.class, rounded)
                .addSerializer(double.class, rounded)
                .addSerializer(double[].class, new RoundedArray());
        everything = mapper(numbers).build();
        present = mapper(numbers).defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.USE_DEFAULTS)).build();
    }

    private static JsonMapper.Builder mapper(SimpleModule numbers) {
        return JsonMapper.builder().addModule(numbers).enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
    }

    /// All of a value, what is missing as null.
    public String write(Object value) {
        return write(everything, value);
    }

    /// Of a value and all it contains, only what is there.
    public String writePresent(Object value) {
        return write(present, value);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads any JSON.
    ///
    /// @throws JsonProcessingException if it is none
    public JsonNode read(String text) throws JsonProcessingException {
        return everything.readTree(text);
    }

    private static void write(double value, MathContext digits, JsonGenerator out) throws IOException {
        if (!Double.isFinite(value)) {
            out.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(new BigDecimal(value).round(digits).doubleValue());
        }
    }

    private static final class Rounded extends JsonSerializer<Double> implements ContextualSerializer {
        private final MathContext digits;
        private final Set<Class<?>> exact;

        Rounded(MathContext digits, Set<Class<?>> exact) {
            this.digits = digits;
            this.exact = exact;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property) {
            return property != null && exact.contains(property.getMember().getDeclaringClass())
                    ? new Rounded(MathContext.UNLIMITED, exact)
                    : this;
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            write(value, digits, out);
        }
    }

    private static final class RoundedArray extends JsonSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray(values, values.length);
            for (double value : values) {
                write(value, DIGITS, out);
            }
            out.writeEndArray();
        }
    }
}
