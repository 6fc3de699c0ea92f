package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import java.util.List;

/// The cases of one file, and how one of them is run.
interface Family {
    /// The file's name without `.json`.
    String file();

    /// What of the case's plug-ins does not exist yet; empty if it can be run.
    List<String> missing(ReferenceCase reference);

    /// Whether a case whose plug-in does not exist is left out; otherwise it fails.
    default boolean mayLackPlugins() {
        return false;
    }

    /// Runs a case and fails if a result is not the reference's.
    void run(ReferenceCase reference, Engine engine);
}
