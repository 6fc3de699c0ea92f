package dev.cortado.engine.vector.formula;

import dev.cortado.engine.vector.formula.Segments.Segment;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The vector code of a program, written when it begins to pay. Shared by all kernels of the program, on any thread.
///
/// Writing a loop takes 2 to 4 ms, the first of a process 15 to 30, and compiling it some tens. So a program first proves that it is needed: the first work is done by the [ScalarLoop], for
/// about as long as that takes. Then the vector loop [ripens][RipeningLoop]. Both give the same bits, so nobody can tell from a result when that was.
final class Code {
    /// By what patience is divided once a loop has been written, and with it the classes loaded that all need.
    private static final int LESS_ONCE_LOADED = 4;

    private final Program program;
    private final long weight;
    private final AtomicLong work = new AtomicLong();
    private volatile @Nullable Loop loop;
    private volatile @Nullable Loop ripening;

    Code(Program program) {
        this.program = program;
        weight = program.weight();
    }

    Program program() {
        return program;
    }

    /// The vector loop, if so many more elements make it worth writing, else null. It [ripens][RipeningLoop], unless there is no patience at all.
    ///
    /// @param patience how much work is done before the first loop of the process is written, in the units of [Operation#weight]
    @Nullable Loop loopFor(int length, long patience) {
        if (loop == null && work.addAndGet(length * weight) > (CodeCache.hasLoops() ? patience / LESS_ONCE_LOADED : patience)) {
            write();
        }
        return patience == 0 ? loop : ripening;
    }

    /// Writes the loop now; null if there is none for this program.
    synchronized @Nullable Loop write() {
        if (loop == null && program.vectorises()) {
            List<Segment> segments = Segments.cut(program, FunctionBodies.read());
            ripening = join(segments.stream().map(Segment::ripening).toList());
            loop = join(segments);
            CodeCache.loopWritten();
        }
        return loop;
    }

    private Loop join(List<Segment> segments) {
        return segments.size() == 1 ? segments.getFirst().loop() : new SegmentedLoop(program, segments);
    }
}
