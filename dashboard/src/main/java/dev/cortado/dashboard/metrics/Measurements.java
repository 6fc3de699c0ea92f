package dev.cortado.dashboard.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/// All that a running dashboard measures, as Prometheus reads it: the trainings, the viewers, the JVM.
public final class Measurements implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<String, TrainingMetrics> trainings = new ConcurrentHashMap<>();

    /// Measures the JVM from now on.
    public Measurements() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /// Where to add more.
    public MeterRegistry registry() {
        return registry;
    }

    /// The listener for an engine's trainings, always the same for one engine.
    public TrainingMetrics training(String engine) {
        return trainings.computeIfAbsent(engine, name -> new TrainingMetrics(registry, name));
    }

    /// Measures who watches.
    public void viewers(DoubleSupplier count, DoubleSupplier dropped) {
        Gauge.builder("cortado.viewers", count::getAsDouble).description("Browsers that watch").register(registry);
        FunctionCounter.builder("cortado.viewers.dropped", dropped, DoubleSupplier::getAsDouble)
                .description("Updates thrown away because a browser did not keep up").register(registry);
    }

    /// All of it in Prometheus' text format.
    public String scrape() {
        return registry.scrape();
    }

    /// Stops listening to the JVM.
    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
