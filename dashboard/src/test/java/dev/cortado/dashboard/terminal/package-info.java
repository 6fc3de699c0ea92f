/// What a terminal shows.
@NullMarked
package dev.cortado.dashboard.terminal;

import org.jspecify.annotations.NullMarked;
