package dev.cortado.plugin;

import org.jspecify.annotations.Nullable;

/// Where a value belongs, for whoever has to read it or to complain.
///
/// @param plugin the name of the plug-in
/// @param setting the name of the setting
record Place(String plugin, String setting) {

    PluginException error(String what) {
        return error(what, null);
    }

    PluginException error(String what, @Nullable Throwable cause) {
        return new PluginException("Setting '%s' of %s %s".formatted(setting, plugin, what), cause);
    }

    /// For a value of another type than the one it takes.
    PluginException mismatch(String wanted, Form given) {
        return error("takes %s, not %s".formatted(wanted, Form.shortened(given.text())));
    }
}
