package dev.cortado.safetensors;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that is replaced whole or not at all: whoever reads it finds the old content or the new, at any moment, even after
/// the power has gone.
///
/// The content goes to a [Temporary] file beside it, which is forced to the disk and then renamed; then the folder is forced,
/// which holds the name. A process that is killed in between leaves the temporary file behind, and the next one removes it.
record WholeFile(Path file) {
    /// Where the content comes from.
    interface Content {
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    /// A thread that was interrupted before writes all the same, and stays interrupted: a training that ends for that reason
    /// saves what it has.
    void write(Content content) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            replace(content);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void replace(Content content) throws IOException {
        Path target = target();
        Temporary.removeAbandoned(target);
        try (Temporary temporary = Temporary.beside(target)) {
            content.writeTo(temporary.channel());
            temporary.channel().force(true);
            Files.move(temporary.path(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        force(target.resolveSibling(""));
    }

    void removeAbandoned() throws IOException {
        Temporary.removeAbandoned(target());
    }

    /// Where a link leads to: the link stays.
    private Path target() throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new NoSuchFileException(file.toString(), null, "its folder does not exist");
        }
        return target;
    }

    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(WholeFile.class.getName()).log(System.Logger.Level.DEBUG,
                    () -> "%s cannot be forced to the disk; Windows opens no folders".formatted(folder), e);
        }
    }
}
