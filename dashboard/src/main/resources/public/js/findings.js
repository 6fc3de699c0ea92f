// The finding in plain words: what the race has shown so far.

import { advice } from './advice.js';
import { count, percent, power, seconds } from './format.js';
import { rightOnes } from './points.js';
import { before, between } from './series.js';

/** { tone, strong, text, end }: `strong` and `end` are the words that matter most. */
export function finding(now) {
  const { state, message, lanes } = now;
  if (state === 'failed') return { tone: 'bad', strong: 'The race failed.', text: message ?? 'The server did not say why.' };
  if (!lanes.length) return { tone: '', strong: 'Ready.', text: 'Choose what to train and press Start.' };
  if (lanes.length === 1) return alone(lanes[0], now);
  const epoch = common(lanes, now.settings.epochs);
  if (!epoch) return { tone: '', strong: 'Both engines start', text: 'from the same weights; the first comparison comes when both have gone the same way.' };
  return compared(lanes, epoch, now);
}

function alone({ title, progress, validation }, { state }) {
  return { tone: state === 'finished' ? 'ok' : '', strong: `${title} runs alone.`, text: `${seconds(progress.seconds)} s so far, ${percent(validation.accuracy.at(-1))} % right.` };
}

function compared(lanes, epoch, now) {
  const { state, agreement } = now;
  const [fast, slow] = lanes.slice(0, 2).map(lane => ({ lane, time: needed(lane, epoch) })).sort((a, b) => a.time - b.time);
  const times = slow.time / fast.time;
  const clock = times < 1.1 ? 'same clock' : 'different clock';
  const curve = sameCurve(lanes, epoch) ? 'Same curve' : 'The curves part';
  const apart = difference(agreement, epoch);
  const weights = apart == null ? '' : apart === 0 ? 'the weights are equal; ' : `the weights differ by at most ${power(apart)}; `;
  return {
    tone: state === 'finished' ? 'ok' : '',
    strong: `${curve}, ${clock}.`,
    text: `After ${count(epoch)} ${epoch === 1 ? 'epoch' : 'epochs'} ${weights}${fast.lane.title} needed ${seconds(fast.time)} s and ${slow.lane.title} ${seconds(slow.time)} s, `,
    end: times < 1.1 ? 'about as long.' : `${times.toFixed(1)} times as long.`,
    more: quality(now),
  };
}

/** The last round number of epochs that all lanes have behind them; a twentieth of the race at a time, so that the sentence can be read. */
function common(lanes, epochs) {
  const done = Math.min(...lanes.map(({ progress }) => progress?.epoch ?? 0));
  const mark = Math.max(1, Math.floor(epochs / 20));
  return done >= epochs ? epochs : Math.floor(done / mark) * mark;
}

function needed({ training, progress }, epoch) {
  return between([0, ...training.epoch, progress.epoch], [0, ...training.seconds, progress.seconds], epoch);
}

function sameCurve(lanes, epoch) {
  const [a, b] = lanes.map(({ validation: { epoch: xs, loss } }) => between(xs, loss, epoch));
  return a == null || b == null || Math.abs(a - b) <= 0.02 * Math.max(a, b) + 1e-4;
}

function difference(agreement, epoch) {
  if (!agreement?.epoch.length) return null;
  return agreement.weights[Math.max(0, before(agreement.epoch, epoch + 1e-9))];
}

function quality(now) {
  const { lanes, state } = now;
  const points = lanes.map(lane => lane.points);
  if (points.every(Boolean)) return solved(now);
  if (state !== 'finished') return '';
  return `Of the test digits ${lanes.map(({ title, result, validation }) => `${title} gets ${percent(result?.accuracy ?? validation.accuracy.at(-1))} %`).join(' and ')} right.`;
}

function solved({ lanes, state, facts, settings }) {
  const right = lanes.map(({ points }) => rightOnes(points));
  const all = lanes[0].points.length;
  if (right.every(r => r === all)) return `Both have all ${all} points on the right side.`;
  if (state !== 'finished' && state !== 'stopped') return '';
  const got = lanes.map(({ title }, i) => `${title} gets ${right[i]} of ${all} right`).join(' and ');
  return `${got}: ${advice(facts, settings)}`;
}
