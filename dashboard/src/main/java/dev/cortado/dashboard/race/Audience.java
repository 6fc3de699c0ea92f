package dev.cortado.dashboard.race;

/// Whoever follows a race. It is told on the race's own thread, which must not wait.
public interface Audience {
    /// Something has been added: the news alone.
    void news(RaceView news);

    /// Something has changed as a whole: a race has started, or its state is another.
    void turn();
}
