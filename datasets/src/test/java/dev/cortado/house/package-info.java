/// The plan of the house, as far as the data sets are concerned.
@NullMarked
package dev.cortado.house;

import org.jspecify.annotations.NullMarked;
