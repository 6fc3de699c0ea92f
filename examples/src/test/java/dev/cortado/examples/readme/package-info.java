/// Programs in JVMs of their own: what the README shows.
@NullMarked
package dev.cortado.examples.readme;

import org.jspecify.annotations.NullMarked;
