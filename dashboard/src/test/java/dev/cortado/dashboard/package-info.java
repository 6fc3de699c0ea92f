/// Tests of the dashboard as a whole, and what they share.
@NullMarked
package dev.cortado.dashboard;

import org.jspecify.annotations.NullMarked;
