package dev.cortado.engine.vector.formula;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The vector code of a program, written when it begins to pay. Shared by all kernels of the program, on any thread.
///
/// Writing a loop takes 2 to 4 ms, the first of a process 15 to 30, and vector code is a thousand times slower than usual until it is compiled. So a program first proves that
/// it is needed: the first work is done by the [ScalarLoop], for about as long as writing and compiling take. Both give the same bits, so nobody can tell from a result when that was.
final class Code {
    /// By what patience is divided once a loop has been written, and with it the classes loaded that all need.
    private static final int LESS_ONCE_LOADED = 4;

    private final Program program;
    private final long weight;
    private final AtomicLong work = new AtomicLong();
    private volatile @Nullable Loop loop;

    Code(Program program) {
        this.program = program;
        weight = program.weight();
    }

    Program program() {
        return program;
    }

    /// The vector loop, if so many more elements make it worth writing, else null.
    ///
    /// @param patience how much work is done before the first loop of the process is written, in the units of [Operation#weight]
    @Nullable Loop loopFor(int length, long patience) {
        Loop known = loop;
        if (known == null && work.addAndGet(length * weight) > (CodeCache.hasLoops() ? patience / LESS_ONCE_LOADED : patience)) {
            known = write();
        }
        return known;
    }

    /// Writes the loop now; null if there is none for this program.
    synchronized @Nullable Loop write() {
        if (loop == null && program.vectorises()) {
            List<Segments.Segment> segments = Segments.cut(program, FunctionBodies.read());
            loop = segments.size() == 1 ? segments.getFirst().loop() : new SegmentedLoop(program, segments);
            CodeCache.loopWritten();
        }
        return loop;
    }
}
