// The axes of a chart: hairlines, few ticks, and a range that holds all that was measured.

import { power, tick } from './format.js';
import { colour } from './theme.js';

const FONT = '12px "Inter", "Segoe UI", -apple-system, "Helvetica Neue", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
const GAP = 6;

export const scales = model => ({
  x: { time: false, range: () => [0, model().x.max || 1] },
  y: { distr: model().y.log ? 3 : 1, range: (plot, low, high) => (model().y.log ? logRange(low, high) : linearRange(model().y, high)) },
});

export const axes = model => [
  {
    ...ink(), font: FONT, size: 26, gap: 4, space: 56, grid: { show: false },
    ticks: { stroke: () => colour('line-strong'), width: 1, size: 4 },
    border: { show: true, stroke: () => colour('line-strong'), width: 1 },
    values: (plot, splits) => splits.map(tick),
  },
  {
    ...ink(), font: FONT, size: wideEnough, gap: GAP, space: 30, ticks: { show: false },
    grid: { stroke: () => colour('line'), width: 1 },
    ...(model().y.log ? { splits: (plot, axis, low, high) => (model().y.decades ? decades(low, high) : logSplits(low, high)) } : {}),
    filter: (plot, splits) => splits,
    values: (plot, splits) => splits.map(model().y.tick ?? (model().y.log ? logTick : tick)),
  },
];

// At least as wide as most labels, so that charts below each other begin at one line.
function wideEnough({ ctx, axes }, labels, axis) {
  [ctx.font] = axes[axis].font;
  const widths = (labels ?? []).map(label => ctx.measureText(label).width / devicePixelRatio);
  return Math.ceil(Math.max(48, ...widths.map(width => width + GAP + 2)));
}

const ink = () => ({ stroke: () => colour('ink-3') });

const linearRange = ({ from = 0, to }, high) => [from, to ?? (high > 0 ? high * 1.06 : 1)];

function logRange(low, high) {
  if (low == null || high == null) return [0.01, 1];
  return high / low < 10 ? [low / 3, high * 3] : [low / 1.3, high * 1.3];
}

// Whole decades, and where these are few, threes between them.
function logSplits(low, high) {
  const whole = decades(low, high);
  if (Math.log10(high / low) > 4.5) return whole;
  const threes = whole.flatMap(value => [0.3 * value, 3 * value]);
  return [...new Set([...whole, ...threes, 3 * 10 ** Math.floor(Math.log10(low))])].filter(value => value >= low && value <= high).sort((a, b) => a - b);
}

function decades(low, high) {
  const [from, to] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))];
  const step = Math.max(1, Math.ceil((to - from) / 7));
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) => 10 ** (to - i * step)).reverse();
}

function logTick(value) {
  const round = Number(value.toPrecision(1));
  return round < 0.001 ? power(round).replace(ONE_OR_ZERO, '') : tick(round);
}

// 3 × 10⁻⁴, and 10⁻⁴ at a whole decade: a tick has but one digit.
const ONE_OR_ZERO = /^1\.0\s×\s|\.0/;
