// A series is columns of equal length, such as { epoch: […], seconds: […], loss: […] }.

const MOST = 4000;

export function append(series, more) {
  for (const [name, values] of Object.entries(more)) {
    if (Array.isArray(values)) (series[name] ??= []).push(...values);
  }
  return series;
}

/**
 * Halves a series that has grown too long to be drawn ten times a second.
 * Of four neighbours the lowest and the highest stay (by loss, or by the last column), so that a spike of one point survives.
 */
export function thin(series) {
  const columns = Object.keys(series).filter(name => Array.isArray(series[name]));
  const measured = series.loss ?? series[columns.at(-1)];
  if (measured.length <= MOST) return series;
  const kept = [];
  for (let i = 0; i < measured.length; i += 4) kept.push(...extremes(measured, i, Math.min(i + 4, measured.length)));
  if (kept.at(-1) !== measured.length - 1) kept.push(measured.length - 1);
  for (const name of columns) series[name] = kept.map(i => series[name][i]);
  return series;
}

function extremes(values, from, to) {
  let low = from;
  let high = from;
  for (let i = from + 1; i < to; i++) {
    if (values[i] < values[low]) low = i;
    if (values[i] > values[high]) high = i;
  }
  return low === high ? [low] : [Math.min(low, high), Math.max(low, high)];
}

/** The index of the last x at or before the given one, or -1. */
export function before(xs, x) {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xs[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** y at x, on the straight line between its neighbours. */
export function between(xs, ys, x) {
  const i = before(xs, x);
  if (i < 0) return ys[0];
  if (i === xs.length - 1 || xs[i] === x) return ys[i];
  return ys[i] + (ys[i + 1] - ys[i]) * (x - xs[i]) / (xs[i + 1] - xs[i]);
}

/**
 * Means over the same stretches for everyone, of a series whose points each are means over the way since the point before:
 * so the curves of two engines that were looked at in different places can be compared.
 *
 * @param along the column the stretches are measured on
 */
export function means(series, along, stretch) {
  const way = [0, ...series[along]];
  const edges = edgesOf(way, stretch);
  const result = {};
  for (const [name, values] of Object.entries(series)) {
    const sums = PLACES.includes(name) ? [0, ...values] : integral(way, values);
    const atEdges = edges.map(edge => between(way, sums, edge));
    result[name] = edges.slice(1).map((edge, i) => (PLACES.includes(name) ? atEdges[i + 1] : known((atEdges[i + 1] - atEdges[i]) / (edge - edges[i]))));
  }
  return result;
}

const PLACES = ['epoch', 'seconds'];

/** Multiples of the stretch, each once a point lies there or beyond. */
function edgesOf(way, stretch) {
  const passed = new Set(way.map(place => Math.floor(place / stretch + 1e-6)));
  return [...passed].map(times => times * stretch);
}

function integral(way, values) {
  const sums = [0];
  values.forEach((value, i) => sums.push(sums[i] + (value ?? NaN) * (way[i + 1] - way[i])));
  return sums;
}

const known = value => (Number.isFinite(value) ? value : null);
