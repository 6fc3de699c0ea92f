import { LitElement, html } from 'lit';
import { toggle } from './theme.js';

class ThemeToggle extends LitElement {
  createRenderRoot() {
    return this;
  }

  render() {
    return html`<button class="btn btn--quiet btn--icon" type="button" aria-label="Switch between light and dark" @click=${toggle}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"/></svg>
    </button>`;
  }
}

customElements.define('theme-toggle', ThemeToggle);
