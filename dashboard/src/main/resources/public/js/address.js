// What the reader chose stands in the page's address, so that a reload or a link shows the same.

const chosen = new URLSearchParams(location.search);

export const get = name => chosen.get(name);
export const has = name => chosen.has(name);

export function put(values) {
  for (const [name, value] of Object.entries(values)) chosen.set(name, value);
  history.replaceState(null, '', `${location.pathname}?${chosen}`);
}
