package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import java.util.List;

/// The cases of one file, and how one of them is run.
interface Family {
    /// The file's name without `.json`.
    String file();

    /// Which of the case's plug-ins do not exist; empty if it can be run.
    List<String> missing(ReferenceCase reference);

    /// Runs a case and fails if a result is not the reference's.
    void run(ReferenceCase reference, Engine engine);
}
