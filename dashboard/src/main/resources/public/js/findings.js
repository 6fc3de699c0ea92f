// The finding in plain words: what the race has shown so far.

import { advice } from './advice.js';
import { count, percent, power, seconds } from './format.js';
import { rightOnes } from './points.js';
import { before, between } from './series.js';

/** { tone, strong, text, end, more }: `strong` and `end` are the words that matter most. */
export function finding(now) {
  const { state, message, lanes, settings } = now;
  if (state === 'failed') return { tone: 'bad', strong: 'The race failed.', text: message ?? 'The server did not say why.' };
  if (!lanes.length) return { tone: '', strong: 'Ready.', text: 'Choose what to train and press Start.' };
  if (lanes.length === 1) return alone(lanes[0], now);
  const epoch = common(lanes, settings.epochs);
  if (epoch) return compared(lanes, epoch, now);
  return state === 'stopped'
    ? { tone: '', strong: 'The race was stopped', text: 'before its first comparison.' }
    : { tone: '', strong: 'The engines start', text: 'from the same weights; the first comparison comes when all have gone the same way.' };
}

function alone({ title, progress, validation, points }, now) {
  const { state } = now;
  const over = state === 'finished' || state === 'stopped';
  const share = points ? '' : `, ${percent(validation.accuracy.at(-1))} % right`;
  return {
    tone: state === 'finished' ? 'ok' : '',
    strong: `${title} ${over ? 'ran' : 'runs'} alone.`,
    text: progress ? `${seconds(progress.seconds)} s ${over ? 'in all' : 'so far'}${share}.` : '',
    more: points ? solved(now) : '',
  };
}

function compared(lanes, epoch, now) {
  const { state, agreement } = now;
  const [fastest, ...others] = lanes.map(({ title, ...lane }) => ({ title, time: needed(lane, epoch) })).sort((a, b) => a.time - b.time);
  const slowest = others.pop();
  const clock = slowest.time / fastest.time < 1.1 ? 'same clock' : 'different clock';
  const curve = sameCurve(lanes, epoch) ? 'Same curve' : 'The curves part';
  const middle = others.map(({ title, time }) => `${title} ${seconds(time)} s (${longer(time, fastest.time)})`);
  const times = [`${fastest.title} needed ${seconds(fastest.time)} s`, ...middle, `${slowest.title} ${seconds(slowest.time)} s`];
  return {
    tone: state === 'finished' ? 'ok' : '',
    strong: `${curve}, ${clock}.`,
    text: `After ${epochs(epoch)} ${apart(lanes, difference(agreement, epoch))}${list(times)}, `,
    end: `${longer(slowest.time, fastest.time)}.`,
    more: quality(now),
  };
}

/** a, b and c */
const list = words => new Intl.ListFormat('en-GB').format(words);

const epochs = n => `${count(n)} ${n === 1 ? 'epoch' : 'epochs'}`;

const longer = (time, fastest) => (time / fastest < 1.1 ? 'about as long' : `${(time / fastest).toFixed(1)} times as long`);

/** Weights are compared between the first two lanes. */
function apart(lanes, difference) {
  if (difference == null) return '';
  const whose = lanes.length > 2 ? `the weights of ${lanes[0].title} and ${lanes[1].title}` : 'the weights';
  return difference === 0 ? `${whose} are equal; ` : `${whose} differ by at most ${power(difference)}; `;
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
  const losses = lanes.map(({ validation: { epoch: xs, loss } }) => between(xs, loss, epoch)).filter(loss => loss != null);
  const most = Math.max(...losses);
  return losses.length < 2 || most - Math.min(...losses) <= 0.02 * most + 1e-4;
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
  return `Of the test digits ${list(lanes.map(({ title, result, validation }) => `${title} gets ${percent(result?.accuracy ?? validation.accuracy.at(-1))} %`))} right.`;
}

function solved({ lanes, state, facts, settings }) {
  const right = lanes.map(({ points }) => rightOnes(points));
  const all = lanes[0].points.length;
  if (right.every(r => r === all)) return `${['It has', 'Both have'][lanes.length - 1] ?? 'Every engine has'} all ${all} points on the right side.`;
  if (state !== 'finished' && state !== 'stopped') return '';
  const got = lanes.map(({ title }, i) => `${title} gets ${right[i]} of ${all} right`);
  return `${list(got)}: ${advice(facts, settings)}`;
}
