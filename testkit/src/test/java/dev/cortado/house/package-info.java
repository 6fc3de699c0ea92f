/// The plan of the house, as far as this engine is concerned.
@NullMarked
package dev.cortado.house;

import org.jspecify.annotations.NullMarked;
