package dev.cortado.engine;

/// The engine of simple loops: no library, no flag, no thread. It is what the others are held against, and what a program
/// without any other engine runs on.
public record Plain() implements Engine {
    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Kernels open() {
        return new PlainKernels();
    }
}
