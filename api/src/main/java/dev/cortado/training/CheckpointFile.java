package dev.cortado.training;

import dev.cortado.plugin.PluginException;
import dev.cortado.safetensors.SafeTensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A checkpoint's place on the disk, and the place of the one before it.
record CheckpointFile(Path file) {
    /// Refuses at the start what could not be written later, and clears away what a killed process has left.
    void prepare() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalArgumentException("Checkpoints cannot be written to %s: %s is no folder that can be written to"
                    .formatted(file, folder));
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("Checkpoints cannot be written to %s: it is a folder".formatted(file));
        }
        try {
            SafeTensors.removeUnfinished(file);
            Files.deleteIfExists(unfinishedPrevious());
        } catch (IOException e) {
            throw new UncheckedIOException("Unfinished checkpoints in %s cannot be removed".formatted(folder), e);
        }
    }

    /// Refuses a network with a plug-in that no file can tell of, such as a lambda.
    void requireWritable(RunState state) {
        try {
            state.metadata();
        } catch (PluginException e) {
            throw new IllegalArgumentException("Checkpoints cannot be written to %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private Path unfinishedPrevious() {
        return beside(".previous.tmp");
    }

    Path previous() {
        return beside(".previous");
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /// Replaces the file; the one that was there becomes the previous one.
    void write(RunState state) {
        try {
            keepPrevious();
        } catch (IOException e) {
            throw failed(state, e);
        }
        replace(state);
    }

    /// Replaces the file; the one that was there is gone.
    void replace(RunState state) {
        try {
            SafeTensors.write(file, state.tensors(), state.metadata());
        } catch (IOException e) {
            throw failed(state, e);
        }
    }

    private UncheckedIOException failed(RunState state, IOException e) {
        return new UncheckedIOException("The checkpoint of step %d could not be written to %s, where the one before is untouched: %s"
                .formatted(state.steps(), file, e.getMessage()), e);
    }

    /// A second name for the present file, so that there is one whole file under its own name at every moment.
    private void keepPrevious() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Path name = unfinishedPrevious();
        Files.deleteIfExists(name);
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | IOException _) {
            Files.copy(file, name, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(name, previous(), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(name);
    }

    boolean exists() {
        return Files.exists(file) || Files.exists(previous());
    }

    /// Reads the file; if it is missing or damaged, the previous one.
    SafeTensors read() {
        try {
            return SafeTensors.read(file);
        } catch (IOException e) {
            return readPrevious(e);
        }
    }

    private SafeTensors readPrevious(IOException damage) {
        if (!Files.exists(previous())) {
            throw new UncheckedIOException("The checkpoint cannot be read, and there is no previous one: " + damage.getMessage(),
                    damage);
        }
        System.getLogger(CheckpointFile.class.getName()).log(System.Logger.Level.WARNING,
                () -> "The checkpoint cannot be read; going on from the previous one, %s".formatted(previous()), damage);
        try {
            return SafeTensors.read(previous());
        } catch (IOException e) {
            e.addSuppressed(damage);
            throw new UncheckedIOException("Neither the checkpoint nor the previous one can be read: " + e.getMessage(), e);
        }
    }
}
