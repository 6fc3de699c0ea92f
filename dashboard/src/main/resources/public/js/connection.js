// Whether the page hears the server.

import { html } from 'lit';
import { Part } from './part.js';
import { race } from './race.js';

const WORDS = { connecting: 'Connecting…', live: 'Live', lost: 'Reconnecting…' };

class Connection extends Part {
  render() {
    return html`<span class="status"><i class="dot ${race.connection === 'live' ? '' : 'dot--idle'}" aria-hidden="true"></i>${WORDS[race.connection]}<span class="host muted">${location.host}</span></span>`;
  }
}

customElements.define('race-connection', Connection);
