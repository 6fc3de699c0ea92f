/// The manners of the house, held by tests from the one place that sees every library module.
@NullMarked
package dev.cortado.house;

import org.jspecify.annotations.NullMarked;
