package dev.cortado.evaluation;

/// How good a network is on a data set.
///
/// @param loss the mean loss; where a network is evaluated, sample weights do not count, nor do class weights that are balanced
/// @param accuracy the part of the samples whose class was right, 0 to 1; NaN where targets are not classes
public record Score(double loss, double accuracy) {
}
