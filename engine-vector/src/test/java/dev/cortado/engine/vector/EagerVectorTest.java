package dev.cortado.engine.vector;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Kernels;
import dev.cortado.testkit.EngineContract;

/// The contract once more, with vector code from the first element, the engine as it is after a while, and with more threads than it is used to.
final class EagerVectorTest implements EngineContract {
    record Eager() implements Engine {
        @Override
        public int priority() {
            return 0;
        }

        @Override
        public Kernels open() {
            return new VectorKernels(3, 0);
        }
    }

    @Override
    public Engine engine() {
        return new Eager();
    }
}
