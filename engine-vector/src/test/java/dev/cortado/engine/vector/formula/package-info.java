/// Holds the compiled formulas against single numbers, against the engine plain, and against themselves in other JVMs.
@NullMarked
package dev.cortado.engine.vector.formula;

import org.jspecify.annotations.NullMarked;
