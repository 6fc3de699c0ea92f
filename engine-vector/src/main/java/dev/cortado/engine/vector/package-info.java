/// The engine `vector`: pure Java at the speed of the machine's vector unit, through the JDK's Vector API.
///
/// It runs where the JVM was started with `--add-modules jdk.incubator.vector`; without, [dev.cortado.engine.vector.Vector]
/// says so and the next engine is taken. Each family of kernels has a room of its own: the package `product` multiplies matrices.
@NullMarked
package dev.cortado.engine.vector;

import org.jspecify.annotations.NullMarked;
