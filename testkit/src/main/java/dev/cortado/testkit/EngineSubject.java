package dev.cortado.testkit;

import dev.cortado.engine.Engine;

/// Whose contract is signed: an engine.
interface EngineSubject {
    /// The engine to be tested, with the settings to test it with.
    Engine engine();
}
