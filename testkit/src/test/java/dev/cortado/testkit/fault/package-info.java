/// Faults planted, one by one, into an engine, an activation, a layer, a loss and an optimizer that are right without them:
/// the contracts must find each.
@NullMarked
package dev.cortado.testkit.fault;

import org.jspecify.annotations.NullMarked;
