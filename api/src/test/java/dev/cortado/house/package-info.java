/// The plan of the house, held by tests: which package may use which, and the manners that hold in all of them.
@NullMarked
package dev.cortado.house;

import org.jspecify.annotations.NullMarked;
