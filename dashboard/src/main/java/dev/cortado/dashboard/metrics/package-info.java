/// Measurements in Micrometer's terms, for whatever collects them.
///
/// [TrainingMetrics] is a listener for any training, with or without a server:
///
/// ```java
/// MeterRegistry registry = new SimpleMeterRegistry();
/// Training.of(network).data(samples).listener(new TrainingMetrics(registry, "vector")).run();
/// registry.get("cortado.training.loss").gauge().value();
/// ```
@NullMarked
package dev.cortado.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
