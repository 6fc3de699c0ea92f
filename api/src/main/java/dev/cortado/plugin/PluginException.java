package dev.cortado.plugin;

import org.jspecify.annotations.Nullable;

/// A plug-in was asked for that does not exist, or not with these settings. The message names what was asked for and what
/// there is.
public final class PluginException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /// For what was asked, and what there is.
    public PluginException(String message) {
        super(message);
    }

    /// For what the plug-in itself threw.
    public PluginException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
