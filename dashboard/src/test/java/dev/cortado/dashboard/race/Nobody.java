package dev.cortado.dashboard.race;

/// An audience that does not look.
final class Nobody implements Audience {
    @Override
    public void news(RaceView news) {
        // It does not look.
    }

    @Override
    public void turn() {
        // It does not look.
    }
}
