/// The reading of reference cases tried on folders that are as they should be, and on others.
@NullMarked
package dev.cortado.testkit.reference;

import org.jspecify.annotations.NullMarked;
