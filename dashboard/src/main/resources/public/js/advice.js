// What to say of points that stay on the wrong side: whether this network could do better, and how.

// Outputs that never fall while what goes in rises: so they cut the plane where it crosses one number.
const RISING = ['identity', 'step', 'sign', 'sigmoid', 'tanh', 'relu', 'softplus'];

export function advice({ layers }, { dataset }) {
  const activations = layers.map(activation);
  const straight = cutsByALine(activations);
  if (straight && dataset === 'xor') return 'a single line cannot separate these four points.';
  const hidden = activations.slice(0, -1).some(Boolean);
  return hidden && !straight ? 'more epochs, another seed or more units may help.' : 'more epochs may help.';
}

/** Dense layers without an activation between them are one: they draw a straight border. */
const cutsByALine = activations => activations.every((name, i) => (i < activations.length - 1 ? name === 'identity' : RISING.includes(name)));

/** The activation of a dense layer as it was typed, dense(4, tanh) or dense(4, activation=tanh); undefined of any other layer. */
function activation(layer) {
  const settings = /^dense\((.*)\)/.exec(layer.replaceAll(' ', ''))?.[1].split(',');
  if (!settings) return undefined;
  const named = settings.find(setting => setting.startsWith('activation='));
  const second = settings[1]?.includes('=') ? undefined : settings[1];
  return named?.replace('activation=', '') ?? second ?? 'identity';
}
