/// Numbers as text.
@NullMarked
package dev.cortado.dashboard.json;

import org.jspecify.annotations.NullMarked;
