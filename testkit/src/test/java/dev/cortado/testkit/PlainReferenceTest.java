package dev.cortado.testkit;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Plain;
import dev.cortado.testkit.reference.ReferenceContract;

class PlainReferenceTest implements ReferenceContract {
    @Override
    public Engine engine() {
        return new Plain();
    }
}
