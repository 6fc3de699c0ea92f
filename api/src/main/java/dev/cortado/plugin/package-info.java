/// Plug-ins: what has a name, and how it is found.
@NullMarked
package dev.cortado.plugin;

import org.jspecify.annotations.NullMarked;
