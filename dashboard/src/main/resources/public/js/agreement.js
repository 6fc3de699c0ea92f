// How far the first two engines' weights are apart. Both compute the same mathematics, and round differently in the last bit.

import { html, nothing } from 'lit';
import { power, powerOfTen } from './format.js';
import { Part } from './part.js';
import { race } from './race.js';
import './chart.js';

class Agreement extends Part {
  render() {
    const { agreement, lanes } = race.now;
    this.hidden = lanes.length < 2;
    if (this.hidden) return nothing;
    return html`
      <div class="card__head"><h2>Agreement</h2><span class="card__sub">largest difference between the weights of ${lanes[0].title} and ${lanes[1].title}</span></div>
      <div><p class="big">${agreement?.weights.length ? power(agreement.weights.at(-1)) : '–'}</p>
        <p class="small muted">max |Δ weight|${agreement?.layer ? html`, largest in <code>${agreement.layer}</code>` : nothing}</p></div>
      <race-chart .model=${model(race.now)} .note=${agreement?.weights.some(apart) ? GROWS : `${EQUAL} ${GROWS}`}></race-chart>`;
  }
}

const GROWS = 'It grows with the steps: the engines round differently in the last bit, and every step amplifies what the steps before left. A wrong kernel would jump at once.';
const EQUAL = 'Equal to the last bit so far.';

const apart = difference => difference > 0;

const model = ({ agreement, settings }) => ({
  label: 'Largest difference between the weights against epochs',
  x: { label: 'epoch', max: settings?.epochs },
  y: agreement?.weights.some(apart) ? { log: true, decades: true, format: power, tick: powerOfTen } : { format: power },
  lines: [{ name: 'max |Δ weight|', xs: agreement?.epoch ?? [], ys: agreement?.weights ?? [], token: 'ink', width: 1.8, marker: 'circle', radius: 2.4 }],
});

customElements.define('race-agreement', Agreement);
