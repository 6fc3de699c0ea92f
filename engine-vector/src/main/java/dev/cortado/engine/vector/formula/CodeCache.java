package dev.cortado.engine.vector.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/// All [Code] of this process, so that a formula is written and compiled once, however many engines are opened: the one place with static state.
///
/// It is bounded: of more programs than it holds, the one not asked for the longest is forgotten, and lives on only in the kernels that have it.
final class CodeCache {
    private static final int MOST = 256;
    private static final CodeCache CACHE = new CodeCache();

    private final Map<Program, Code> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Program, Code> eldest) {
            return size() > MOST;
        }
    };

    private volatile boolean hasLoops;

    private CodeCache() {}

    static Code of(Program program) {
        return CACHE.get(program);
    }

    /// Whether vector code of any program has been written.
    static boolean hasLoops() {
        return CACHE.hasLoops;
    }

    static void loopWritten() {
        CACHE.hasLoops = true;
    }

    private synchronized Code get(Program program) {
        return known.computeIfAbsent(program, Code::new);
    }
}
