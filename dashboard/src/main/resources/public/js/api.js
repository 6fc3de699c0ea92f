// The server's routes. A refusal carries the server's own sentence and, where there is one, the field it is about.

export class Refusal extends Error {
  constructor(message, field) {
    super(message);
    this.field = field ?? null;
  }
}

export const catalogue = async () => (await call('/api/catalogue')).json();

export const start = settings => call('/api/race', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(settings),
});

/** pause, resume or stop */
export const command = verb => call(`/api/race/${verb}`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
});

/** The test samples' bytes, one after the other. */
export const samples = async indices => new Uint8Array(await (await call(`/api/samples?indices=${indices.join()}`)).arrayBuffer());

async function call(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new Refusal('The server does not answer. Is it still running?');
  });
  if (response.ok) return response;
  const refusal = await response.json().catch(() => ({}));
  throw new Refusal(refusal.error ?? `The server refused: ${response.status} ${response.statusText}`, refusal.field);
}
