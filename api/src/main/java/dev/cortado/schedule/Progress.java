package dev.cortado.schedule;

/// How far a training is, before one of its steps.
///
/// @param step the number of steps taken, 0 before the first
/// @param epoch the number of epochs finished
/// @param samples the number of samples learned from in the finished epochs
/// @param steps the number of steps that the whole training will take
/// @param epochs the number of epochs of the whole training
public record Progress(long step, long epoch, long samples, long steps, long epochs) {
    /// What is counted: steps taken, or epochs finished.
    public long done(Pace pace) {
        return switch (pace) {
            case STEP -> step;
            case EPOCH -> epoch;
        };
    }

    /// How many of them the whole training has.
    public long total(Pace pace) {
        return switch (pace) {
            case STEP -> steps;
            case EPOCH -> epochs;
        };
    }

    /// The progress of what begins after so many steps or epochs. Steps alone do not move the count of epochs, epochs move
    /// the count of steps.
    Progress after(long count, Pace pace) {
        return switch (pace) {
            case STEP -> new Progress(step - count, epoch, samples, steps - count, epochs);
            case EPOCH -> {
                long skipped = epochs == 0 ? 0 : steps / epochs * count;
                yield new Progress(step - skipped, epoch - count, samples, steps - skipped, epochs - count);
            }
        };
    }

    /// How much of a stretch is behind, from 0 to 1.
    ///
    /// @param length how long it is, 0 for the whole training
    double fraction(long length, Pace pace) {
        long whole = length == 0 ? total(pace) : length;
        return done(pace) >= whole ? 1 : (double) done(pace) / whole;
    }
}
