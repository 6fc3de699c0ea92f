/// The one place where the engine forks.
///
/// A [dev.cortado.engine.vector.team.Team] does the shares of one piece of work at the same time and waits until all are done. What a share is never depends on who does it nor when,
/// and no share adds to another's sum: so results are the same for every number of threads. Workers that wait for the next piece do work that is wanted later, if there is any.
@NullMarked
package dev.cortado.engine.vector.team;

import org.jspecify.annotations.NullMarked;
