package dev.cortado.testkit;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Plain;

class PlainTest implements EngineContract {
    @Override
    public Engine engine() {
        return new Plain();
    }
}
