/// Benchmarks: how fast the engines are, in the line formats of the programs they are held against.
///
/// [Benchmarks] is the command line: `train`, `predict`, `gemm`, `expression`, each on any engine, and `jmh` for the benchmarks of each kernel family. They go through the public
/// interface of Cortado and nothing else, so that whoever uses it gets what they show.
@NullMarked
package dev.cortado.benchmarks;

import org.jspecify.annotations.NullMarked;
