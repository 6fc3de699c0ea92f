/// Data sets and readers held to what they promise.
@NullMarked
package dev.cortado.datasets;

import org.jspecify.annotations.NullMarked;
