/// Programs in JVMs of their own: engines swapped on the class path.
@NullMarked
package dev.cortado.examples.engines;

import org.jspecify.annotations.NullMarked;
