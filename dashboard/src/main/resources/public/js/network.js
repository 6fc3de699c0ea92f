// What is trained: the layers with their shapes, and what that costs.

import { html, nothing } from 'lit';
import { count, rate } from './format.js';
import { Part } from './part.js';
import { race } from './race.js';

class NetworkCard extends Part {
  render() {
    const { facts, lanes } = race.now;
    this.hidden = !facts;
    if (this.hidden) return nothing;
    return html`
      <div class="card__head"><h2>Network</h2>${lanes.length > 1 ? html`<span class="card__sub">the same in every lane</span>` : nothing}</div>
      <table class="table">
        <thead><tr><th scope="col">Layer</th><th scope="col" class="num">Output</th></tr></thead>
        <tbody>${facts.layers.map(layer => html`<tr><th scope="row"><code>${layer.split(' → ')[0]}</code></th><td class="num">${layer.split(' → ')[1] ?? ''}</td></tr>`)}</tbody>
      </table>
      <dl class="facts">${[
        ['Parameters', count(facts.parameters), ''],
        ['Arithmetic per sample', ...flops(facts.flopsPerSample)],
        ['Training samples', count(facts.samples), ''],
        ['Steps per epoch', count(facts.stepsPerEpoch), ''],
      ].map(([name, value, unit]) => html`<div><dt>${name}</dt><dd>${value} <small>${unit}</small></dd></div>`)}</dl>
      <div class="card__foot"><p>A product of an m × k and a k × n matrix counts 2·m·n·k operations; each layer does one forward, one back to its weights and, but for the first, one back to its input.</p></div>`;
  }
}

const flops = value => (value >= 1e6 ? [rate(value / 1e6), 'MFLOP'] : value >= 1e3 ? [rate(value / 1e3), 'kFLOP'] : [count(value), 'FLOP']);

customElements.define('race-network', NetworkCard);
