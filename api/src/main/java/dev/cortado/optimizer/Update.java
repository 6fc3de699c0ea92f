package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The next value of a parameter's element, and of what is remembered of it.
///
/// @param parameter the formula of the next value
/// @param state the formula of each remembered value, by name
public record Update(Expression parameter, Map<String, Expression> state) {
    /// An update, its state in the order given.
    public Update {
        state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
    }

    /// An update that remembers nothing.
    public static Update of(Expression parameter) {
        return new Update(parameter, Map.of());
    }

    /// This update, remembering one more value.
    public Update remember(String name, Expression value) {
        Map<String, Expression> more = new LinkedHashMap<>(state);
        more.put(name, value);
        return new Update(parameter, more);
    }
}
