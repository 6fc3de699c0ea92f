package dev.cortado.evaluation;

/// How good a network is on a data set.
///
/// @param loss the mean loss; sample weights do not count in it, nor do class weights that a training balances
/// @param accuracy the part of the samples whose class was right, 0 to 1; NaN where targets are not classes
public record Score(double loss, double accuracy) {
}
