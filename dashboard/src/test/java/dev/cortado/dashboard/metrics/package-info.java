/// Measurements, without a server.
@NullMarked
package dev.cortado.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
