package dev.cortado.data;

import dev.cortado.plugin.Plugin;

/// A data set that is found by its name: `xor`, `mnist`.
public interface DatasetProvider extends Plugin {
    /// The samples to learn from.
    Dataset training();

    /// The samples to be judged by, never learned from; may be those to learn from where there are no others.
    Dataset test();
}
