package dev.cortado.engine.vector;

import dev.cortado.engine.Engine;
import dev.cortado.testkit.EngineContract;

class VectorTest implements EngineContract {
    @Override
    public Engine engine() {
        return new Vector();
    }
}
