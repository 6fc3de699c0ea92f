/// The examples run here as a student would run them.
@NullMarked
package dev.cortado.examples;

import org.jspecify.annotations.NullMarked;
