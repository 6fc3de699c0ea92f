/// Convolutions and poolings on the JDK's Vector API.
///
/// A convolution with a stride of 1 needs no unfolded image: the pixels that one weight meets lie as far apart as the outputs do, so a row of the unfolded image is
/// the image itself, read from an offset. [dev.cortado.engine.vector.window.DirectConvolution] multiplies so, with neighbouring pixels in the lanes of a vector and a
/// tile of four or eight filters and three vectors in registers; the way back to the image is such a convolution, too. [dev.cortado.engine.vector.window.Strips] says
/// where the vectors lie. Where images are so narrow that lanes would be idle, those of a batch are laid out [abreast][dev.cortado.engine.vector.window.Abreast], one in
/// each lane. Other strides, and images with few pixels for a vector, go by the engine's default: unfolded images and matrix products.
///
/// No bit depends on the number of threads: images are shared for what is written image by image, weights for their gradient.
@NullMarked
package dev.cortado.engine.vector.window;

import org.jspecify.annotations.NullMarked;
