/// Data sets to learn with, and readers for anyone's files.
///
/// Each data set here is a plug-in, found by its name: `xor`, `and` and `or` are four points each, `mnist` is 70,000
/// handwritten digits inside the jar.
///
/// ```java
/// Dataset digits = Plugins.load().get(DatasetProvider.class, "mnist").training();
/// ```
///
/// [IdxDataset] draws batches from a pair of files in MNIST's own format, IDX, which
/// [Fashion-MNIST](https://github.com/zalandoresearch/fashion-mnist), EMNIST and others use too; [Idx] reads a single file.
/// A file that does not hold what it promises is refused by its name, with what it promises and what it holds.
///
/// A data set of one's own is a record with a line in `META-INF/services/dev.cortado.data.DatasetProvider`:
///
/// ```java
/// public record Fashion() implements DatasetProvider {
///     public Dataset training() { return read("train"); }
///     public Dataset test() { return read("t10k"); }
///
///     private static Dataset read(String part) {
///         Path folder = Path.of(System.getProperty("user.home"), "fashion");
///         try {
///             return IdxDataset.read(folder.resolve(part + "-images-idx3-ubyte.gz"),
///                     folder.resolve(part + "-labels-idx1-ubyte.gz"));
///         } catch (IOException e) {
///             throw new UncheckedIOException(e);
///         }
///     }
/// }
/// ```
@NullMarked
package dev.cortado.datasets;

import org.jspecify.annotations.NullMarked;
