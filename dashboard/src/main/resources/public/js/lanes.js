// The two lanes, also before there is a race: then they say who would run, and who cannot and why.

import { html } from 'lit';
import { catalogue } from './api.js';
import { Part } from './part.js';
import { race } from './race.js';
import './lane.js';

class Lanes extends Part {
  static properties = { ready: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    this.ready = await catalogue().then(({ engines }) => engines.filter(({ available }, i) => i < 2 || !available), () => []);
  }

  render() {
    const lanes = race.now.lanes.length ? race.now.lanes : this.ready ?? [];
    return lanes.map(lane => html`<race-lane class="card" .lane=${lane}></race-lane>`);
  }
}

customElements.define('race-lanes', Lanes);
