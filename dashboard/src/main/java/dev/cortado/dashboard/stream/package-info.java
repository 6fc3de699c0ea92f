/// What viewers are told, and how whoever tells them never waits.
///
/// [Viewers] is the one place that knows who watches. Each viewer has a [Mailbox] of a fixed size and a thread of its own
/// that empties it into the [Wire]. A mailbox that runs over is emptied and *behind*: what its viewer gets next is a snapshot
/// of everything, made at that moment, and then the updates that follow it. A viewer that comes anew is simply one that is
/// behind. So the latest always wins, and neither memory nor the teller's time depends on how slowly anyone reads.
///
/// ```java
/// try (Viewers viewers = new Viewers(() -> new Message(version, "snapshot", () -> json), Duration.ofSeconds(10))) {
///     viewers.show(new Message(version + 1, "update", () -> moreJson));   // returns at once, whoever watches
/// }
/// ```
@NullMarked
package dev.cortado.dashboard.stream;

import org.jspecify.annotations.NullMarked;
