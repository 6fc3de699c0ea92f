package dev.cortado.engine.vector.team;

/// A piece of work that can be shared.
@FunctionalInterface
public interface Share {
    /// Does a member's share; members are counted from 0, and 0 is who called [Team#run].
    void run(int member);
}
