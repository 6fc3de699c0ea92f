package dev.cortado.safetensors;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file that is replaced whole or not at all: whoever reads it finds the old content or the new, at any moment, even after
/// the power has gone.
///
/// The content goes to a temporary file beside it, `NAME.….tmp`, which is forced to the disk and then renamed; then the
/// folder is forced, which holds the name. A process that is killed in between leaves the temporary file behind.
record WholeFile(Path file) {
    /// Where the content comes from.
    interface Content {
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    void write(Content content) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(file.toString(), null, "its folder does not exist");
        }
        Path temporary = folder.resolve("%s.%s.tmp".formatted(target.getFileName(), UUID.randomUUID()));
        try {
            writeForced(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(folder);
    }

    private static void writeForced(Path temporary, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
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
