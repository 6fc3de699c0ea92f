package dev.cortado.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was made for keys, by its type and by the key, or one that is equal to it.
///
/// There are few keys, mostly records, and the same ones come again and again: so a key is looked for by itself before it is compared, and only with those of its
/// class. No key is asked for its hash code: before the JVM tells the first record's, in a new process, it takes 12 ms to write how.
final class Made {
    private final Map<Class<?>, List<Entry>> ofType = new HashMap<>();

    /// @param single whether all keys of this class are equal, since they are records without components
    private record Entry(Object key, boolean single, Object value) {
    }

    /// What was made of this type for a key; null if nothing.
    <V> @Nullable V get(Class<V> type, Object key) {
        List<Entry> entries = ofType.get(type);
        if (entries == null) {
            return null;
        }
        Object value = valueOf(key, entries);
        return value == null ? null : type.cast(value);
    }

    @SuppressWarnings("ReferenceEquality") // the very same key is looked for first
    private static @Nullable Object valueOf(Object key, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key == key) {
                return entries.get(i).value;
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.key.getClass() == key.getClass() && (entry.single || entry.key.equals(key))) {
                return entry.value;
            }
        }
        return null;
    }

    /// Keeps what was made of this type for a key that has nothing yet.
    <V> void put(Class<V> type, Object key, V value) {
        boolean single = key instanceof Record && key.getClass().getRecordComponents().length == 0;
        ofType.computeIfAbsent(type, _ -> new ArrayList<>()).add(new Entry(key, single, value));
    }
}
