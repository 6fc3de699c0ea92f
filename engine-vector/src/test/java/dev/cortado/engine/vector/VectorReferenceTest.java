package dev.cortado.engine.vector;

import dev.cortado.engine.Engine;
import dev.cortado.testkit.reference.ReferenceContract;

class VectorReferenceTest implements ReferenceContract {
    @Override
    public Engine engine() {
        return new Vector();
    }
}
