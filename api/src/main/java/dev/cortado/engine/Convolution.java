package dev.cortado.engine;

import dev.cortado.tensor.Tensor;

/// A convolution that an engine has made ready to run: for windows of one size, and so many filters.
///
/// Images are [rows, channels, height, width], the weight is [filters, channels, window height, window width], and what comes
/// out is [rows, filters, output height, output width]. Like [Kernels] it checks nothing, changes no input, and gives the same
/// bits always, on any number of threads.
public interface Convolution {
    /// result = f(Σ weight · pixels of the window, bias).
    ///
    /// @param formula a kernel of the same [Kernels], of a formula without scalars whose first input is the sum and whose
    ///     second has one number for each row of an output seen as [rows · filters, pixels]
    /// @param biases that second input: rows · filters numbers
    void run(Tensor images, Tensor weight, Kernel formula, Tensor biases, Tensor result);

    /// weightGradient += Σ over rows and windows of outputGradient · pixels of the window.
    void addWeightGradient(Tensor images, Tensor outputGradient, Tensor weightGradient);

    /// imagesGradient = for every pixel the sum over the windows it is in of outputGradient · weight.
    void inputGradient(Tensor outputGradient, Tensor weight, Tensor imagesGradient);
}
