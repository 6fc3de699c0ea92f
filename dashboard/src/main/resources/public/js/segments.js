// Radio buttons in one frame.

import { html } from 'lit';

/** choose(name, value) is called with what was picked. */
export const segments = (legend, name, choices, chosen, choose) => html`
  <fieldset class="seg"><legend class="sr">${legend}</legend>
    ${Object.entries(choices).map(([value, words]) => html`
      <label><input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(name, value)}><span>${words}</span></label>`)}
  </fieldset>`;
