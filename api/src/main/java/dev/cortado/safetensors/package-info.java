/// The file format safetensors: named tensors and a few texts in one file, as the whole field reads and writes it.
///
/// ```java
/// SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
/// tensors.put("0.weight", Tensor.of(Shape.of(2, 1), 0.5, -0.5));
/// SafeTensors.write(file, tensors, Map.of("author", "me"));
/// SafeTensors read = SafeTensors.read(file);
/// read.tensor("0.weight");           // the same bits
/// read.metadata().get("author");     // "me"
/// ```
///
/// A file is the length of its header (eight bytes, little-endian), the header (a JSON object: for each tensor its type,
/// its shape and where its bytes lie), and the bytes of all tensors, one after the other without a gap. What a header
/// promises is believed only after it has been held to the size of the file. A file is written whole or not at all.
///
/// The format is described at <https://github.com/huggingface/safetensors>.
@NullMarked
package dev.cortado.safetensors;

import org.jspecify.annotations.NullMarked;
