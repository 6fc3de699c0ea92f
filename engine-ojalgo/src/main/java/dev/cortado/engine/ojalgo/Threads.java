package dev.cortado.engine.ojalgo;

import org.ojalgo.OjAlgoUtils;
import org.ojalgo.machine.Hardware;

/// ojAlgo's process-wide limit of threads.
///
/// `OjAlgoUtils.limitThreadsTo` can only lower it, once and for all. So the machine that ojAlgo believes in is described to
/// it anew, with as many threads as are wanted: more than there are processors, too.
final class Threads {
    private Threads() {
    }

    static void limitTo(int threads) {
        OjAlgoUtils.ENVIRONMENT =
                Hardware.make(Hardware.getArchitecture(), Hardware.getMemory(), threads).virtualise();
    }
}
