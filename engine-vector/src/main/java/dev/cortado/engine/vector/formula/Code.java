package dev.cortado.engine.vector.formula;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The vector code of a program, written when it begins to pay. Shared by all kernels of the program, on any thread.
///
/// Writing a loop takes 2 to 20 ms, and vector code is a thousand times slower than usual until it is compiled. So a program first proves that it is needed:
/// the first elements are computed by the [ScalarLoop]. Both give the same bits, so nobody can tell from a result when that was.
final class Code {
    private final Program program;
    private final AtomicLong elements = new AtomicLong();
    private volatile @Nullable Loop loop;
    private boolean refused;

    Code(Program program) {
        this.program = program;
    }

    Program program() {
        return program;
    }

    /// The vector loop, if so many more elements make it worth writing, else null.
    ///
    /// @param patience how many elements are computed without
    @Nullable Loop loopFor(int length, long patience) {
        Loop known = loop;
        if (known == null && elements.addAndGet(length) > patience) {
            known = write();
        }
        return known;
    }

    /// Writes the loop now; null if there is none for this program.
    synchronized @Nullable Loop write() {
        if (loop == null && !refused) {
            byte[] bytes = program.vectorises() ? LoopWriter.write(program, FunctionBodies.read()) : new byte[0];
            refused = bytes.length == 0 || bytes.length > LoopWriter.MOST_BYTES * 2;
            loop = refused ? null : LoopWriter.define(bytes);
        }
        return loop;
    }
}
