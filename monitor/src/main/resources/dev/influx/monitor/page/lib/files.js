// Published files, for whoever clicks on one.
import { hasToken, headers, Refused } from './api.js';
import { h } from './dom.js';

const nameOf = (address) => address.split('/').at(-1);

/** A link that saves a file. */
export function file(address, props, ...content) {
  return h('a', { ...props, href: address, download: nameOf(address), 'data-act': 'download' }, content);
}

function save(address, name) {
  h('a', { href: address, download: name }).click();
}

/** Links cannot carry a token: where one is needed, the file is fetched with it. */
async function fetchAndSave(address) {
  const response = await fetch(address, { headers: headers(), cache: 'no-store' });
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => null));
  const url = URL.createObjectURL(await response.blob());
  save(url, nameOf(address));
  URL.revokeObjectURL(url);
}

/** Leaves to the browser what it can do by itself, for lists may be long. */
export async function download(address, event) {
  if (!hasToken()) return;
  event.preventDefault();
  const open = await fetch(address, { method: 'HEAD', cache: 'no-store' });
  if (open.ok) save(address, nameOf(address));
  else await fetchAndSave(address);
}
