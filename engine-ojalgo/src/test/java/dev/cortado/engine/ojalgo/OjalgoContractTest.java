package dev.cortado.engine.ojalgo;

import dev.cortado.engine.Engine;
import dev.cortado.testkit.EngineContract;

class OjalgoContractTest implements EngineContract {
    @Override
    public Engine engine() {
        return new Ojalgo(2);
    }

    /// ojAlgo has one pool for the whole process.
    @Override
    public boolean endsItsThreads() {
        return false;
    }
}
