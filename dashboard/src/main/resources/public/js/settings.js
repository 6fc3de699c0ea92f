// What is raced. The fields belong to whoever types: what streams in never writes into them, save once when a race begins that this page did not start.

import { html, nothing } from 'lit';
import { catalogue, start } from './api.js';
import { get, put } from './address.js';
import { count } from './format.js';
import { Part } from './part.js';
import { race } from './race.js';

const NUMBERS = ['learningRate', 'batchSize', 'seed', 'epochs', 'pace'];
const FIELDS = ['network', 'loss', 'optimizer', ...NUMBERS];

class Settings extends Part {
  static properties = { catalogue: { state: true }, refusal: { state: true } };

  #shown = null;

  #back = () => {
    if (this.catalogue && !this.refusal?.field) this.refusal = null;
  };

  async connectedCallback() {
    super.connectedCallback();
    race.addEventListener('back', this.#back);
    try {
      this.catalogue = await catalogue();
    } catch (refusal) {
      this.refusal = refusal;
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    race.removeEventListener('back', this.#back);
  }

  render() {
    if (!this.catalogue) return html`<p class="muted">${this.refusal?.message ?? 'Asking the server what it has…'}</p>`;
    const { datasets, optimizers, losses } = this.catalogue;
    if (!datasets.length) return html`<p class="error">There is nothing to train on: no data set is on the class path.</p>`;
    const fixed = race.active;
    return html`
      <h2 class="sr">Settings</h2>
      <form id="settings" novalidate autocomplete="off" @submit=${this.#submit} @input=${this.#typed} @keydown=${this.#enter}>
        <fieldset class="field f-data"><legend>Data set</legend><div class="seg">
          ${datasets.map(set => html`<label><input type="radio" name="dataset" value=${set.name} ?disabled=${fixed} @change=${() => this.#fill(set.defaults)}><span>${set.title}</span></label>`)}
        </div></fieldset>
        ${this.#field('network', 'Network', html`<textarea class="input input--code" id="network" name="network" rows="1" spellcheck="false" ?readonly=${fixed} aria-describedby="network-said"></textarea>`)}
        ${this.#choice('loss', 'Loss', losses, fixed)}
        ${this.#choice('optimizer', 'Optimizer', optimizers, fixed, this.#changeRate)}
        ${this.#number('learningRate', 'Learning rate', 'decimal', fixed)}
        ${this.#number('batchSize', 'Batch size', 'numeric', fixed)}
        ${this.#number('seed', 'Seed', 'numeric', fixed)}
        ${this.#number('epochs', 'Epochs', 'numeric', fixed)}
        ${this.#number('pace', 'Max steps/s', 'decimal', fixed)}
      </form>
      ${this.refusal && !FIELDS.includes(this.refusal.field) ? html`<p class="error" role="alert">${this.refusal.message}</p>` : nothing}
      <div class="card__foot"><p>${fixed ? 'Grey fields are fixed until the race ends: every engine has to run the same one.' : this.#hint()}</p>
        <button class="link" type="button" ?hidden=${fixed} @click=${() => this.#fill(this.#chosen().defaults)}>Back to the defaults</button></div>`;
  }

  #field(name, words, input) {
    const wrong = this.refusal?.field === name;
    return html`<div class="field f-${name} ${wrong ? 'field--wrong' : ''}"><label for=${name}>${words}</label>${input}<p class="error" id="${name}-said" role="alert">${wrong ? this.refusal.message : nothing}</p></div>`;
  }

  #choice(name, words, options, fixed, chosen) {
    return this.#field(name, words, html`<select class="select" id=${name} name=${name} ?disabled=${fixed} aria-describedby="${name}-said" @change=${chosen}>${options.map(option => html`<option value=${option}>${option.replaceAll('_', ' ')}</option>`)}</select>`);
  }

  #number(name, words, mode, fixed) {
    return this.#field(name, words, html`<input class="input" id=${name} name=${name} inputmode=${mode} ?readonly=${fixed} aria-describedby="${name}-said">`);
  }

  #hint() {
    const { training, test } = this.#chosen();
    const same = training === test ? `${training} points, all of them in training and in the test` : `${count(training)} training samples, ${count(test)} test samples`;
    return `${same}. At 0 steps/s each engine runs as fast as it can. Layers ${this.catalogue.layers.join(', ')}; activations ${this.catalogue.activations.join(', ')}.`;
  }

  updated(changed) {
    const form = this.querySelector('form');
    if (!form) return;
    if (changed.has('catalogue')) this.#open();
    const { race: id, settings } = race.now;
    // A server that was started again counts its races from 1 again.
    const told = JSON.stringify([id, settings]);
    if (settings && told !== this.#shown) {
      const own = this.#shown === null && !race.active && get('dataset');
      this.#shown = told;
      if (!own) this.#fill(settings);
    }
    for (const name of FIELDS) form.elements[name].setAttribute('aria-invalid', String(this.refusal?.field === name));
  }

  // The address first, then what the data set is best shown with.
  #open() {
    const set = this.catalogue.datasets.find(({ name }) => name === get('dataset')) ?? this.catalogue.datasets[0];
    const said = FIELDS.filter(name => get(name)).map(name => [name, get(name)]);
    const learningRate = this.#rate(get('optimizer') ?? set.defaults.optimizer, set) ?? set.defaults.learningRate;
    this.#fill({ ...set.defaults, learningRate, ...Object.fromEntries(said), dataset: set.name });
    race.waitFor(null);
  }

  // A rate is right for one optimizer and far off for the next.
  #changeRate = ({ target }) => {
    const rate = this.#rate(target.value, this.#chosen());
    if (rate != null) target.form.elements.learningRate.value = rate;
  };

  /** The data set's, if it is for this optimizer, else the optimizer's own, if it is known. */
  #rate(optimizer, { defaults }) {
    return optimizer === defaults.optimizer ? defaults.learningRate : this.catalogue.learningRates[optimizer.split('(')[0]];
  }

  #fill(values) {
    const { elements } = this.querySelector('form');
    if (values.dataset) elements.dataset.value = values.dataset;
    for (const name of FIELDS) if (values[name] !== undefined) show(elements[name], values[name]);
    this.refusal = null;
    this.requestUpdate();
  }

  #chosen() {
    const name = this.querySelector('form')?.elements.dataset.value;
    return this.catalogue.datasets.find(set => set.name === name) ?? this.catalogue.datasets[0];
  }

  #typed = event => {
    if (event.target.name === this.refusal?.field) this.refusal = null;
  };

  // Enter starts from every field; a network is one line, however it wraps.
  #enter = event => {
    if (event.key !== 'Enter' || event.target.matches('select')) return;
    event.preventDefault();
    this.querySelector('form').requestSubmit();
  };

  #submit = async event => {
    event.preventDefault();
    if (race.active || race.awaited) return;
    this.refusal = null;
    const settings = this.#read();
    put(settings);
    race.waitFor('start');
    try {
      await start({ ...settings, ...Object.fromEntries(NUMBERS.map(name => [name, number(settings[name])])), engines: this.#racing() });
    } catch (refusal) {
      this.refusal = refusal;
      await this.updateComplete;
      this.querySelector(`[name="${refusal.field}"]`)?.focus();
    } finally {
      race.waitFor(null);
    }
  };

  #read() {
    const { elements } = this.querySelector('form');
    return Object.fromEntries(['dataset', ...FIELDS].map(name => [name, elements[name].value.trim()]));
  }

  #racing() {
    return this.catalogue.engines.slice(0, 2).filter(engine => engine.available).map(engine => engine.name);
  }
}

// An optimizer or a loss with settings of its own, sgd(momentum=0.9), is in no list until it comes from the address or a race.
function show(field, value) {
  const listed = [...field.options ?? []].some(option => option.value === value);
  if (field.options && !listed) field.add(new Option(value));
  field.value = value;
}

// What is no number goes to the server as it was typed: the server says what it wants.
const number = text => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text);

customElements.define('race-settings', Settings);
