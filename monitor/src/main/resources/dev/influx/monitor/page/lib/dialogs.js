// What asks before it does: the confirmation, the token, the help.
import { act, dropToken, hasToken, keepToken } from './api.js';
import { byId, show } from './dom.js';

const ACTIONS = {
  'replay-pause': ['Pause the replay', 'Its scorers stop; what they have read stays read. It can go on at any time.'],
  'replay-resume': ['Resume the replay', 'It goes on where it stopped.'],
  'replay-promote': ['Promote the replay', 'Its policy becomes the active one: every author is judged again, and the published list follows.'],
  'replay-rollback': ['Take the promotion back', 'The policy before it becomes the active one again: every author is judged again.'],
  'policy-rollback': ['Go back to the policy before', 'Every author is judged again by it, and the published list follows.'],
  'dead-redrive': ['Put dead letters back', 'All open letters of this reason go back to the topics they came from, and are processed again.'],
};

export const label = (action) =>
  ({
    'replay-pause': 'Pause',
    'replay-resume': 'Resume',
    'replay-promote': 'Promote …',
    'replay-rollback': 'Roll back …',
    'policy-rollback': 'Roll back …',
    'dead-redrive': 'Redrive …',
  })[action] ?? action;

/** Opens a dialog, and says what it was closed with; empty for whoever went away. */
function opened(dialog) {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true }));
}

/** Asks for the token; resolves to whether there is one now. */
export async function askForToken(why) {
  const dialog = byId('token-dialog');
  if (dialog.open) return false;
  const input = byId('token-input');
  input.value = '';
  byId('token-why').textContent = why[0].toUpperCase() + why.slice(1);
  const answer = await opened(dialog);
  const given = input.value.trim();
  input.value = '';
  if (answer !== 'ok' || given === '') return false;
  keepToken(given);
  return true;
}

async function confirmed(action, target) {
  const [title, consequence] = ACTIONS[action];
  const input = byId('confirm-input');
  const go = byId('confirm-go');
  byId('confirm-title').textContent = title;
  byId('confirm-consequence').textContent = consequence;
  byId('confirm-name').textContent = target;
  go.textContent = title;
  input.value = '';
  go.disabled = true;
  input.oninput = () => {
    go.disabled = input.value !== target;
  };
  const answer = await opened(byId('confirm-dialog'));
  return answer === 'ok' && input.value === target ? input.value : null;
}

async function attempt(action, target, typed) {
  if (!hasToken() && !(await askForToken('Whatever changes something needs the token of the monitor.'))) return null;
  try {
    return await act(action, target, typed);
  } catch (refusal) {
    if (refusal.status !== 401) throw refusal;
    dropToken();
    return (await askForToken(`${refusal.message}.`)) ? attempt(action, target, typed) : null;
  }
}

/** Does something once the name was typed, and says what came of it. */
export async function perform(action, target) {
  const typed = await confirmed(action, target);
  if (typed === null) return;
  try {
    const done = await attempt(action, target, typed);
    if (done !== null) say(done.done, 'good');
  } catch (refusal) {
    say([refusal.message, refusal.why, refusal.fix].filter(Boolean).join('. '), 'bad');
  }
}

let silence = null;

/** A sentence that stays for a while; screen readers read it. */
export function say(sentence, kind = 'good') {
  const place = byId('notice');
  clearTimeout(silence);
  place.className = `notice tone-${kind}`;
  show(place, sentence);
  silence = setTimeout(() => show(place), 8_000);
}

export function help() {
  const dialog = byId('help-dialog');
  if (!dialog.open) dialog.showModal();
}
