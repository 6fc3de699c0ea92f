/// The engine signs the contract of engines.
@NullMarked
package dev.cortado.engine.vector;

import org.jspecify.annotations.NullMarked;
