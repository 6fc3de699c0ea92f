/// Races, without a server.
@NullMarked
package dev.cortado.dashboard.race;

import org.jspecify.annotations.NullMarked;
