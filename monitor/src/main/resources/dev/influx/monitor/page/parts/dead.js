// Dead letters by reason, with a sample of each and a way back.
import { get } from '../lib/api.js';
import { byId, h, show } from '../lib/dom.js';
import { label } from '../lib/dialogs.js';
import * as format from '../lib/format.js';
import { bar, button, figure, moment, noData, nothing } from '../lib/parts.js';

const SAMPLES = 3;
const open = new Map();
let last = null;

export async function toggleReason(reason) {
  if (open.has(reason)) {
    open.delete(reason);
    return dead(last);
  }
  open.set(reason, null);
  dead(last);
  const answer = await get('/api/dead', { reason, limit: SAMPLES }).catch((refusal) => ({ failed: refusal.message }));
  if (open.has(reason)) open.set(reason, answer);
  return dead(last);
}

function sample(letter) {
  return h('li', { 'data-key': letter.letter },
    h('div', { class: 'line' }, h('b', null, letter.letter), ' ', moment(letter.died), h('span', { class: 'muted' }, [letter.key && `key ${letter.key}`, format.bytes(letter.bytes), letter.redriven > 0 && `put back ${letter.redriven}×`].filter(Boolean).join(' · '))),
    h('p', null, letter.error),
    h('p', { class: 'muted' }, `from ${letter.from}`),
    h('pre', { tabindex: '0', 'aria-label': 'Its bytes' }, letter.preview));
}

function samples(reason) {
  const seen = open.get(reason);
  const content = seen === null ? nothing('Looking …') : seen.failed ? nothing(seen.failed) : seen.samples.length === 0 ? nothing('None is open any more.') : h('ul', { class: 'letters' }, seen.samples.map(sample));
  return h('div', { class: 'samples', 'data-key': `samples:${reason}` }, content);
}

function row(each, index, most, allowed) {
  const at = `/dead/reasons/${index}`;
  return h('li', { class: 'reason-row', 'data-key': each.reason, 'data-reason': each.reason },
    h('div', { class: 'line' },
      h('button', { type: 'button', class: 'open', 'data-act': 'reason', 'data-name': each.reason, 'aria-expanded': String(open.has(each.reason)) }, h('span', { class: 'turn', 'aria-hidden': 'true' }), format.words(each.reason)),
      figure(`${at}/letters`, each.letters, format.count, { class: 'mid' }),
      h('span', { class: 'muted' }, 'newest ', moment(each.newest_at, `${at}/newest_at`)),
      allowed && h('span', { class: 'end' }, button(label('dead-redrive'), 'perform', { action: 'dead-redrive', target: each.reason }))),
    bar(each.letters / most),
    open.has(each.reason) && samples(each.reason));
}

export function dead(state) {
  last = state;
  const body = byId('dead-body');
  if (!state) return undefined;
  if (!state.dead) return show(body, noData(state, 'dead'));
  const { reasons } = state.dead;
  if (reasons.length === 0) return show(body, h('p', { class: 'nothing' }, 'No open dead letters.'));
  const most = Math.max(...reasons.map((each) => each.letters), 1);
  return show(body, h('p', { class: 'muted' }, figure('/dead/open', state.dead.open, format.count, { class: 'strong' }), ` ${format.plural(state.dead.open, 'letter')} wait for a decision`), h('ul', { class: 'plain' }, reasons.map((each, index) => row(each, index, most, state.actions_allowed))));
}
