// One engine's lane: how far it is, how fast, how good, and its picture.

import { html, nothing } from 'lit';
import { look, sign } from './engines.js';
import { count, loss, percent, rate, seconds, wait } from './format.js';
import { Part } from './part.js';
import { rightOnes } from './points.js';
import { race } from './race.js';
import { means } from './series.js';
import './boundary.js';
import './chart.js';

const MEANS = 150;

class Lane extends Part {
  static properties = { lane: { attribute: false } };

  render() {
    const { lane } = this;
    this.classList.add(look(lane.engine ?? lane.name).css);
    return html`
      <div class="card__head"><h2>${sign(lane.engine ?? lane.name)}${lane.title}</h2><span class="card__sub">${lane.detail}</span>${this.#tag(lane)}</div>
      ${lane.available === false ? html`<p class="small">${lane.reason}</p>` : nothing}
      ${lane.progress ? this.#race(lane) : nothing}`;
  }

  #tag(lane) {
    const [words, css] = standing(lane);
    return html`<span class="tag ${css} end"><i class="dot ${css === 'tag--ok' ? '' : 'dot--idle'}" aria-hidden="true"></i>${words}</span>`;
  }

  #race(lane) {
    return html`
      ${this.#progress(lane)}
      <dl class="stats">${tiles(lane).map(([name, value, unit]) => html`<div class="stat"><dt>${name}</dt><dd>${value} <small>${unit}</small></dd></div>`)}</dl>
      <div class="views ${lane.boundary ? 'views--map' : ''}">
        ${lane.boundary ? html`<race-boundary .engine=${lane.title} .boundary=${lane.boundary} .points=${lane.points}></race-boundary>` : nothing}
        <race-chart class="flat" .model=${throughput(lane)} .note=${'Measured while this engine alone computed.'}></race-chart>
      </div>`;
  }

  #progress({ title, progress }) {
    const { step, steps, secondsLeft } = progress;
    const { epochs } = race.now.settings;
    const perEpoch = steps / epochs;
    const text = step >= steps
      ? html`<b>${epochs === 1 ? 'The epoch' : `All ${count(epochs)} epochs`}</b> done, ${count(steps)} steps`
      : html`<b>Epoch ${count(Math.floor(step / perEpoch) + 1)}</b> of ${count(epochs)}${perEpoch > 1 ? `, step ${count(step % perEpoch)} of ${count(perEpoch)}` : ''}`;
    return html`<div class="progress">
      <div class="progress__text"><span>${text}</span>${step < steps && secondsLeft != null && race.active ? html`<span><b>${wait(secondsLeft)}</b> left</span>` : nothing}</div>
      <progress class="bar" aria-label="${title} progress" max=${steps} .value=${step}></progress></div>`;
  }
}

function standing({ available, progress, working }) {
  if (available === false) return ['Cannot run here', 'tag--bad'];
  if (!progress) return ['Ready', ''];
  if (progress.step >= progress.steps) return ['Finished', 'tag--ok'];
  const words = { paused: ['Paused', 'tag--warn'], stopping: ['Stopping…', 'tag--warn'], stopped: ['Stopped', 'tag--warn'], failed: ['Failed', 'tag--bad'] }[race.now.state];
  if (words) return words;
  // Turns of a few steps are too short to be shown one by one.
  if (race.now.settings.pace > 0 && race.now.lanes.length > 1) return ['Taking turns', 'tag--ok'];
  return working || race.now.lanes.length === 1 ? ['Working', 'tag--ok'] : ['Waiting for its turn', ''];
}

function tiles({ progress, validation, points }) {
  const done = progress.step >= progress.steps;
  const samplesPerSecond = done ? progress.epoch * race.now.facts.samples / progress.seconds : progress.samplesPerSecond;
  const speed = ['Samples per second', rate(samplesPerSecond), done ? 'mean' : ''];
  const time = ['Time computing', seconds(progress.seconds), 's'];
  if (points) {
    return [speed, ['Loss', loss(validation.loss.at(-1) ?? progress.loss), ''], ['Right', rightOnes(points), `of ${points.length}`], time];
  }
  const { flopsPerSample } = race.now.facts;
  return [speed, ['Arithmetic', rate(samplesPerSecond * flopsPerSample / 1e9), 'GFLOP/s'], ['Test accuracy', percent(validation.accuracy.at(-1)), '%'], time];
}

function throughput({ engine, title, throughput, progress }) {
  const { token } = look(engine);
  const { seconds: xs, samplesPerSecond: ys } = means(throughput, 'seconds', progress.seconds / MEANS);
  return {
    label: `Samples per second of ${title} over seconds`,
    title: 'Samples per second',
    x: { label: 'seconds', max: progress.seconds },
    y: { format: rate },
    lines: [{ name: title, xs, ys, token, width: 1.5 }],
  };
}

customElements.define('race-lane', Lane);
