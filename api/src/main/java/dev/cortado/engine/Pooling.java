package dev.cortado.engine;

import dev.cortado.tensor.Tensor;

/// A pooling that an engine has made ready to run: one number for each window and channel. Like [Kernels] it checks nothing
/// and gives the same bits always.
public interface Pooling {
    /// The numbers of all windows, [rows, channels, output height, output width].
    void run(Tensor images, Tensor result);

    /// The way back: imagesGradient is written, every pixel's gradient from the windows it is in.
    ///
    /// @param images what was pooled
    void back(Tensor images, Tensor outputGradient, Tensor imagesGradient);
}
