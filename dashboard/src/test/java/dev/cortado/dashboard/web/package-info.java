/// The server as a client sees it.
@NullMarked
package dev.cortado.dashboard.web;

import org.jspecify.annotations.NullMarked;
