package dev.cortado.engine.ojalgo;

import dev.cortado.engine.Engine;
import dev.cortado.testkit.reference.ReferenceContract;

class OjalgoReferenceTest implements ReferenceContract {
    @Override
    public Engine engine() {
        return new Ojalgo();
    }
}
