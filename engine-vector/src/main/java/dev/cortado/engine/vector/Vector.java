package dev.cortado.engine.vector;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Kernels;
import dev.cortado.plugin.Setting;
import java.util.Optional;

/// The engine on the JDK's Vector API.
///
/// This class is loaded wherever its jar is, with or without `jdk.incubator.vector`: so it names no class of that module.
///
/// @param threads how many threads compute, 0 for as many as there are processors; results do not depend on it
public record Vector(@Setting(min = 0) int threads) implements Engine {
    private static final String MODULE = "jdk.incubator.vector";

    /// A tenth of a second in tenths of a nanosecond: so long plain loops compute a formula before the first vector code is written, which takes about as long.
    private static final long PATIENCE = 1_000_000_000L;

    /// With a thread for each processor.
    public Vector() {
        this(0);
    }

    @Override
    public int priority() {
        return 20;
    }

    @Override
    public Optional<String> unavailable() {
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? Optional.empty()
                : Optional.of("the JVM runs without the module %s; start it with --add-modules %s".formatted(MODULE, MODULE));
    }

    @Override
    public Kernels open() {
        return new VectorKernels(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads, PATIENCE);
    }
}
