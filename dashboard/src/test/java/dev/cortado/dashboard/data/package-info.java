/// Small data sets, found like anyone's.
@NullMarked
package dev.cortado.dashboard.data;

import org.jspecify.annotations.NullMarked;
