// Light or dark, and the tokens of style.css as colours that a canvas understands.

import { get, put } from './address.js';

const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const probe = document.body.appendChild(Object.assign(document.createElement('i'), { hidden: true }));
const resolved = new Map();

/** Says `change` when every canvas has to be drawn again. */
export const theme = new EventTarget();

export const dark = () => root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;

/** A canvas cannot read light-dark(), a computed colour it can. */
export function colour(token) {
  if (!resolved.has(token)) {
    probe.style.color = `var(--${token})`;
    resolved.set(token, getComputedStyle(probe).color);
  }
  return resolved.get(token);
}

export function toggle() {
  root.dataset.theme = dark() ? 'light' : 'dark';
  put({ theme: root.dataset.theme });
  changed();
}

function changed() {
  resolved.clear();
  theme.dispatchEvent(new Event('change'));
}

if (['light', 'dark'].includes(get('theme'))) root.dataset.theme = get('theme');
for (const query of [system, matchMedia('(prefers-contrast: more)')]) query.addEventListener('change', changed);
