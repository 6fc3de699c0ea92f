/// Holds the team to what it promises.
@NullMarked
package dev.cortado.engine.vector.team;

import org.jspecify.annotations.NullMarked;
