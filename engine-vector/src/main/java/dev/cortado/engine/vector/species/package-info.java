/// Which vectors the engine computes with.
@NullMarked
package dev.cortado.engine.vector.species;

import org.jspecify.annotations.NullMarked;
