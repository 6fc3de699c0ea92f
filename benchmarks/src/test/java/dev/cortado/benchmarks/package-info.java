/// The command line prints what the peers' tools read, and every JMH benchmark runs.
@NullMarked
package dev.cortado.benchmarks;

import org.jspecify.annotations.NullMarked;
