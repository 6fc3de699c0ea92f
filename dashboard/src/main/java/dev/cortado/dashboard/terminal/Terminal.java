package dev.cortado.dashboard.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Optional;

/// The terminal that this process was started from.
final class Terminal {
    private Terminal() {
    }

    /// Where to write to; empty if there is no terminal, or the output goes to a file or another program.
    static Optional<PrintStream> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal)
                .map(console -> new PrintStream(new FileOutputStream(FileDescriptor.out), true, console.charset()));
    }
}
