// Questions to the monitor. The token is kept for this tab only.

const KEY = 'influx.token';

let token = sessionStorage.getItem(KEY);

/** An answer that says no: what, why, and what to do. */
export class Refused extends Error {
  constructor(status, answer) {
    super(answer?.what ?? `the monitor answered ${status}`);
    this.status = status;
    this.why = answer?.why ?? null;
    this.fix = answer?.fix ?? null;
  }
}

export const hasToken = () => token !== null;

export function keepToken(given) {
  token = given;
  sessionStorage.setItem(KEY, given);
}

export function dropToken() {
  token = null;
  sessionStorage.removeItem(KEY);
}

export function headers(more = {}) {
  return token === null ? more : { ...more, Authorization: `Bearer ${token}` };
}

async function answer(response) {
  if (response.ok) return response.json();
  const body = await response.json().catch(() => null);
  throw new Refused(response.status, body);
}

export async function get(path, query = {}, signal = undefined) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== null && value !== undefined));
  return answer(await fetch(asked.size > 0 ? `${path}?${asked}` : path, { headers: headers(), cache: 'no-store', signal }));
}

/** Asks for something to be done to a target whose name the person has typed. */
export async function act(action, target, name) {
  return answer(
    await fetch(`/api/actions/${action}`, {
      method: 'POST',
      headers: headers({ 'Content-Type': 'application/json' }),
      body: JSON.stringify({ target, name }),
    }),
  );
}

export async function events(lastId, signal) {
  const asked = headers({ Accept: 'text/event-stream', ...(lastId === null ? {} : { 'Last-Event-ID': lastId }) });
  const response = await fetch('/events', { headers: asked, cache: 'no-store', signal });
  if (!response.ok) await answer(response);
  return response.body;
}
