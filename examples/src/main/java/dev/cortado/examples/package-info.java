/// The course, chapter by chapter: each class is a program to read from top to bottom and to run.
///
/// [Perceptron] learns AND and cannot learn XOR; [Xor] can, with a hidden layer; [MnistMlp] reads handwritten digits;
/// [CustomActivation] adds an activation of one's own and finds it by name.
@NullMarked
package dev.cortado.examples;

import org.jspecify.annotations.NullMarked;
