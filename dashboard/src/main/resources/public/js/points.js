// The samples in the plane, and which of them a network has right: decided as the toolkit's Accuracy decides.

/** Class 1 lies above one half; one half itself is class 0. */
export const isOne = value => value > 0.5;

export const isWrong = ({ target, output }) => isOne(output) !== isOne(target);

export const rightOnes = points => points.filter(point => !isWrong(point)).length;
