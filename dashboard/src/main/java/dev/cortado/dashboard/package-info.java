/// The dashboard: watch engines train, in a browser or on the terminal.
///
/// As a program ([Dashboard#main]) it races the engines and data sets on the class path. As a library it is a value that is
/// opened and closed, and brings neither engines nor data sets of its own:
///
/// ```java
/// try (Dashboard dashboard = Dashboard.open(7070)) {
///     browse(dashboard.address());
///     …
/// }   // no thread and no port is left
/// ```
///
/// Its rooms: `race` runs engines against each other and knows no server; `stream` tells viewers what happens and never waits
/// for them; `web` is the server; `metrics` measures for Prometheus and others; `terminal` has a progress bar for any training, and a race without a browser.
@NullMarked
package dev.cortado.dashboard;

import org.jspecify.annotations.NullMarked;
