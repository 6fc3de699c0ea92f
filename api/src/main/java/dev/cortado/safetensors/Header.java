package dev.cortado.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cortado.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The header of a file: its texts, and for each tensor the type, the shape and the place of its bytes.
record Header(Map<String, String> metadata, List<Entry> entries) {
    /// As the format's own library has it.
    static final int LONGEST = 100_000_000;
    static final String METADATA = "__metadata__";

    /// A tensor's line.
    ///
    /// @param begin where its bytes begin, counted from the end of the header
    /// @param end where they have ended
    record Entry(String name, Dtype dtype, Shape shape, long begin, long end) {
    }

    /// Reads a header and holds it to the number of bytes that follow.
    static Header read(byte[] bytes, long following) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : parse(bytes).properties()) {
            if (field.getKey().equals(METADATA)) {
                metadata.putAll(texts(field.getValue()));
            } else {
                entries.add(new HeaderLine(field.getKey(), field.getValue()).entry());
            }
        }
        checkPlaces(entries, following);
        return new Header(metadata, entries);
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        if (bytes.length == 0 || bytes[0] != '{') {
            throw new IOException("its header does not begin with '{'");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readTree(text);
        } catch (CharacterCodingException e) {
            throw new IOException("its header is not UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new IOException("its header is not JSON, or names something twice: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, String> texts(JsonNode json) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!json.isObject()) {
            throw new IOException("its " + METADATA + " is not an object, but " + json.getNodeType());
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getValue().isTextual()) {
                throw new IOException("'%s' in its %s is not a text, but %s"
                        .formatted(field.getKey(), METADATA, field.getValue().getNodeType()));
            }
            texts.put(field.getKey(), field.getValue().textValue());
        }
        return texts;
    }

    /// The tensors lie one after the other, without a gap and to the end.
    private static void checkPlaces(List<Entry> entries, long following) throws IOException {
        long end = 0;
        String before = "the header";
        for (Entry entry : entries.stream().sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end)).toList()) {
            if (entry.begin() != end) {
                throw new IOException("tensor '%s' begins at %d, but %s ends at %d: they %s".formatted(entry.name(),
                        entry.begin(), before, end, entry.begin() < end ? "overlap" : "leave a gap"));
            }
            end = entry.end();
            before = "'" + entry.name() + "'";
        }
        if (end != following) {
            throw new IOException("it is %s: its header promises %d bytes of tensors, and %d follow"
                    .formatted(end > following ? "truncated" : "too long", end, following));
        }
    }

    /// As bytes, with blanks at the end so that the tensors begin at a multiple of eight bytes.
    byte[] toBytes() {
        ObjectNode json = new JsonMapper().createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = json.putObject(METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        for (Entry entry : entries) {
            ObjectNode line = json.putObject(entry.name()).put("dtype", entry.dtype().name());
            ArrayNode shape = line.putArray("shape");
            for (int length : entry.shape().toArray()) {
                shape.add(length);
            }
            line.putArray("data_offsets").add(entry.begin()).add(entry.end());
        }
        String text = json.toString();
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return (text + " ".repeat(-length & 7)).getBytes(StandardCharsets.UTF_8);
    }
}
