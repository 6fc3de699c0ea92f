/// How the dashboard writes and reads JSON: numbers in a few digits, since they are drawn and not computed with (those
/// that are have all of theirs), and what is not a number as null, since JSON has no word for it.
@NullMarked
package dev.cortado.dashboard.json;

import org.jspecify.annotations.NullMarked;
