/// The engine on ojAlgo, held to the contract of engines and to what is its own.
@NullMarked
package dev.cortado.engine.ojalgo;

import org.jspecify.annotations.NullMarked;
