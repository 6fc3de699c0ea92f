/// The kit tried: on the standard plug-ins, which pass, and on broken ones, which must not.
@NullMarked
package dev.cortado.testkit;

import org.jspecify.annotations.NullMarked;
