package dev.cortado.plugin;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What is wrong with a plug-in that was found but cannot be used.
///
/// @param kind the interface it was to implement; [Plugin] itself where a kind is what is broken
/// @param file where it says that it is a plug-in: the services file, or for a clash the jars
/// @param provider the class; or the line of the file that names none; or for a clash the name
/// @param reason what is wrong, in words
/// @param cause what was thrown, if anything was
public record Problem(
        Class<? extends Plugin> kind, String file, String provider, String reason, @Nullable Throwable cause) {

    /// What has been logged: plug-ins are looked for again and again, and the log is the process's.
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    /// The whole of it in one line: file, class and reason.
    public String message() {
        return "%s (%s): %s".formatted(provider, file, reason);
    }

    /// Once in a process, whoever finds it again.
    void log() {
        if (LOGGED.add(message())) {
            System.getLogger(Plugins.class.getName()).log(Level.WARNING, () -> "A plug-in cannot be used: " + message());
        }
    }

    /// A line of a file as it can be shown, whatever bytes it is made of; also what would not be seen, such as a byte order mark.
    static String shown(String line) {
        return Form.shortened(line.replaceAll("[\\p{Cntrl}\\p{Cf}\\x{FFFD}]", "?"));
    }
}
