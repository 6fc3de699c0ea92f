/// What is shown on a terminal, where there is one.
///
/// [ProgressBar] is a listener for any training; [HeadlessRace] is a race without a server, with a bar while it runs and a
/// table at its end.
@NullMarked
package dev.cortado.dashboard.terminal;

import org.jspecify.annotations.NullMarked;
