/// What single layers promise beyond the contract that all of them sign in the test kit.
@NullMarked
package dev.cortado.layer;

import org.jspecify.annotations.NullMarked;
