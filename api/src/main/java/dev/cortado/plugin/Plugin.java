package dev.cortado.plugin;

import java.util.Optional;

/// Something that is found by its name: an activation, a layer, a loss, an optimizer, an engine.
///
/// A plug-in is a **record that is its own prototype**. It must have a no-argument constructor that holds the defaults; its
/// components are its settings, described by [Setting]; it must be immutable. It may override [#name] and [#unavailable].
/// A line with its class name in `META-INF/services/<the kind's interface>` makes it known.
public interface Plugin {
    /// The name it is found by: its type in snake_case (`LeakyRelu` is `leaky_relu`) unless it says otherwise.
    default String name() {
        return Names.snakeCase(getClass().getSimpleName());
    }

    /// Why it cannot be used on this machine or with these flags, and what would help; empty if it can.
    default Optional<String> unavailable() {
        return Optional.empty();
    }
}
