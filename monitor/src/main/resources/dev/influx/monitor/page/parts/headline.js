// The answer in five seconds: how far behind, what is waiting, how old the list is, and why.
import { byId, h, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { figure, icon, tone } from '../lib/parts.js';

/** As in influx check: whoever is further behind is not fresh, even if the rest is being read. */
const FRESH_SECONDS = 30;

const VERDICTS = {
  ok: ['Fresh', 'Was fresh'],
  behind: ['Catching up', 'Was catching up'],
  moving: ['Moving, how far behind is not known', 'Was moving'],
  warn: ['Falling behind', 'Was falling behind'],
  rewind: ['Reading again', 'Was reading again'],
  stall: ['Stalled', 'Was stalled'],
  stop: ['Stopped', 'Was stopped'],
};
const UNTOLD = ['Not known yet', 'Not known'];

function standing(head) {
  if (head.state !== 'ok') return head.state;
  if (head.behind_seconds === null) return 'moving';
  return head.behind_seconds > FRESH_SECONDS ? 'behind' : 'ok';
}

/** What a state means for the list: now, or said of old figures. */
export function verdictOf(head, old = false) {
  return (VERDICTS[standing(head)] ?? UNTOLD)[old ? 1 : 0];
}

function conservation(kept) {
  if (!kept) return null;
  if (kept.gap_records === null) return h('p', { class: 'kept' }, 'Whether every observation is accounted for is not known yet.');
  if (kept.gap_records === 0) {
    return h('p', { class: 'kept tone-good' }, icon('ok'), 'All ', figure('/conservation/raw', kept.raw), ' observations are accounted for: ',
      part('accepted', kept), ' accepted, ', part('rejected', kept), ' rejected, ', part('duplicate', kept), ' duplicate, ', part('stale', kept), ' stale, ', part('dead', kept), ' dead.');
  }
  const first = kept.first_missing;
  return h('p', { class: 'kept tone-bad' }, icon('stop'), figure('/conservation/gap_records', kept.gap_records), ` ${format.plural(kept.gap_records, 'observation is', 'observations are')} not accounted for`,
    first ? `; the first one is ${first.topic}-${first.partition}@${first.offset}.` : '.');
}

const part = (name, kept) => figure(`/conservation/${name}`, kept[name]);

function measure(label, path, value, as, note) {
  return h('div', { class: 'measure' }, h('span', { class: 'label' }, label), figure(path, value, as, { class: 'big' }), h('span', { class: 'note' }, note ?? ''));
}

function verdict(head, old) {
  const shown = old ? 'unknown' : { behind: 'starting', moving: 'unknown' }[standing(head)] ?? head.state;
  return h('p', { class: `verdict tone-${tone(shown)}`, 'data-state': head.state, 'data-path': '/headline/state', 'data-value': JSON.stringify(head.state) }, icon(shown), h('strong', null, verdictOf(head, old)));
}

/** Old figures say what was, not what is. */
export function headline(state, old) {
  const body = byId('headline-body');
  const head = state.headline;
  if (!head) return show(body, h('p', { class: 'verdict tone-calm' }, icon('unknown'), h('strong', null, 'No data yet')));
  const waiting = head.profiles_waiting;
  return show(
    body,
    h('div', { class: 'says' },
      verdict(head, old),
      h('p', { class: 'why', 'data-path': '/headline/reason', 'data-value': JSON.stringify(head.reason) }, head.reason ?? ''),
      conservation(state.conservation)),
    h('div', { class: 'measures' },
      measure('scores behind', '/headline/behind_seconds', head.behind_seconds, format.seconds),
      measure('oldest waiting', '/headline/oldest_waiting_seconds', head.oldest_waiting_seconds, format.seconds,
        [figure('/headline/profiles_waiting', waiting), ` ${format.plural(waiting, 'profile')}`]),
      measure('snapshot age', '/headline/snapshot_age_seconds', head.snapshot_age_seconds, format.seconds)),
  );
}
