/// Viewers and their mailboxes, without a server.
@NullMarked
package dev.cortado.dashboard.stream;

import org.jspecify.annotations.NullMarked;
