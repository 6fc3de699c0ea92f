// The banner: the finding is louder than the furniture.

import { html, nothing } from 'lit';
import { finding } from './findings.js';
import { Part } from './part.js';
import { race } from './race.js';

class Finding extends Part {
  render() {
    const { tone, strong, text, end, more } = finding(race.now);
    return html`<div class="banner ${tone ? `banner--${tone}` : ''}"><p class="finding"><strong>${strong}</strong> ${text}${end ? html`<strong>${end}</strong>` : nothing} ${more ?? nothing}</p></div>`;
  }
}

customElements.define('race-finding', Finding);
