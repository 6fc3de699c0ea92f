/// Each family of kernels under JMH: `jmh Product -p engine=vector,plain` and its like, all through the public interface.
@NullMarked
package dev.cortado.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
