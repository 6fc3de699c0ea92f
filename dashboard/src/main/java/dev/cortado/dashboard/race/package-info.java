/// The race: several engines train the same network from the same start on the same batches, in turns.
///
/// A [Racetrack] holds one [Race] at a time, on one thread of its own. A race has a [Lane] for each engine: its own copy of
/// the network, its own training, its own clock. The lanes take turns of half a second of computing, so that neither disturbs
/// the other's time, and a lane's clock runs only while it computes a step: what is drawn, judged and compared in between
/// belongs to nobody. A data set that is learned in milliseconds is paced instead, so that there is something to watch.
///
/// What is shown of a race is a [RaceView]. It grows: [RaceView#plus] appends news to what was known, and since it is a value,
/// the [Scoreboard] hands the latest to whoever asks, while the race goes on. Whoever listens is an [Audience].
@NullMarked
package dev.cortado.dashboard.race;

import org.jspecify.annotations.NullMarked;
