/// A race on the terminal: a progress bar while it runs, where there is a terminal, and a table at its end.
@NullMarked
package dev.cortado.dashboard.terminal;

import org.jspecify.annotations.NullMarked;
