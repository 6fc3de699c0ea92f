// Numbers as people read them: grouped by a narrow space, with as many digits as they are worth.

const GAP = '\u202f';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 60000 → 60 000 */
export const count = n => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, GAP);

/** Three significant digits, so that a number which changes ten times a second can be read: 46 712 → 46 700 */
export function rate(value) {
  if (!Number.isFinite(value)) return '–';
  if (value < 100) return String(Number(value.toPrecision(2)));
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
  return count(Math.round(value / unit) * unit);
}

/** 0.93124 → 93.12 */
export const percent = share => Number.isFinite(share) ? (share * 100).toFixed(2) : '–';

/** A loss: four decimals, or the power of ten where that would be zeros. */
export function loss(value) {
  if (value === null || !Number.isFinite(value)) return '–';
  return value !== 0 && Math.abs(value) < 0.001 ? power(value) : value.toFixed(4);
}

/** 0.0000024 → 2.4 × 10⁻⁶ */
export function power(value) {
  if (value === 0) return '0';
  const [digits, exponent] = value.toExponential(1).split('e');
  return `${digits}\u00a0×\u00a010${superscript(Number(exponent))}`;
}

/** The tick at a power of ten: 10⁻⁶ */
export const powerOfTen = value => `10${superscript(Math.round(Math.log10(value)))}`;

const superscript = n => String(n).replace('-', '⁻').replace(/\d/g, digit => SUPERSCRIPTS[digit]);

/** 0.0312 → 0.031 s, 13.94 → 13.9 s, 125 → 125 s */
export function seconds(value) {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return count(value);
  return value >= 1 ? value.toFixed(1) : String(Number(value.toPrecision(2)));
}

/** How long there is still to wait: 8 s, 2 min 5 s */
export function wait(value) {
  const whole = Math.ceil(value);
  return whole < 100 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A tick of an axis, short: 0.3, 12k */
export function tick(value) {
  if (Math.abs(value) >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (Math.abs(value) >= 1e4) return `${Number((value / 1e3).toPrecision(3))}k`;
  return String(Number(value.toPrecision(6)));
}
