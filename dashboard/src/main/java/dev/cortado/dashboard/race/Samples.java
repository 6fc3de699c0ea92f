package dev.cortado.dashboard.race;

import dev.cortado.data.Dataset;
import dev.cortado.data.DatasetProvider;
import org.jspecify.annotations.Nullable;

/// A data set that is unpacked when it is first asked for, and then kept.
final class Samples {
    private final DatasetProvider provider;
    private @Nullable Dataset training;
    private @Nullable Dataset test;

    Samples(DatasetProvider provider) {
        this.provider = provider;
    }

    String name() {
        return provider.name();
    }

    synchronized Dataset training() {
        Dataset present = training;
        if (present == null) {
            present = provider.training();
            training = present;
        }
        return present;
    }

    synchronized Dataset test() {
        Dataset present = test;
        if (present == null) {
            present = provider.test();
            test = present;
        }
        return present;
    }
}
