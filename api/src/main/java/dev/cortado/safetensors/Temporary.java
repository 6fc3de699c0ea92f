package dev.cortado.safetensors;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file for content that is not complete yet: `NAME.….tmp` beside its target.
///
/// It is locked as long as it is written, and the system unlocks what a killed process had locked. So whoever can lock such a
/// file may remove it, and several may save to one target at once. Every file has a name of its own for that.
///
/// @param channel what writes to it
record Temporary(Path path, FileChannel channel) implements AutoCloseable {
    private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    static Temporary beside(Path target) throws IOException {
        while (true) {
            Path path = target.resolveSibling("%s.%s.tmp".formatted(target.getFileName(), UUID.randomUUID()));
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (isLocked(channel) && Files.exists(path)) {
                return new Temporary(path, channel);
            }
            channel.close();   // somebody has found it before it was locked, and removes it
        }
    }

    /// Whether nobody else has it. Where the system knows no locks nobody can have it, and what is left behind stays.
    private static boolean isLocked(FileChannel channel) {
        try {
            channel.lock();
            return true;
        } catch (OverlappingFileLockException _) {
            return false;
        } catch (IOException e) {
            log("A temporary file cannot be locked; one that is left behind will not be removed", e);
            return true;
        }
    }

    /// Removes the files that nobody writes any more. What cannot be removed stays: it is in nobody's way.
    static void removeAbandoned(Path target) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(target.resolveSibling(""), path -> isFor(target, path))) {
            found.forEach(Temporary::removeIfAbandoned);
        } catch (IOException e) {
            log("Unfinished files cannot be looked for", e);
        }
    }

    private static boolean isFor(Path target, Path path) {
        String start = target.getFileName() + ".";
        String name = String.valueOf(path.getFileName());
        return name.startsWith(start) && name.substring(start.length()).matches(UUIDS + "\\.tmp");
    }

    private static void removeIfAbandoned(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(path);
            }
        } catch (OverlappingFileLockException | IOException e) {
            log("An unfinished file stays, since it is written or cannot be removed", e);
        }
    }

    private static void log(String message, Exception cause) {
        System.getLogger(Temporary.class.getName()).log(Level.DEBUG, message, cause);
    }

    /// Unlocks and removes it, if it has not been renamed.
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        }
    }
}
