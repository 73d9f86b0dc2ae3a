// What the parts of the page share: figures that say where they come from, states, times, empty places.
import { h, s } from './dom.js';
import * as format from './format.js';

/**
 * A figure. data-path is the JSON pointer to it in the document that it was read from, data-value what stood there.
 */
export function figure(path, value, as = format.count, props = {}) {
  const none = value === null || value === undefined;
  return h(
    'span',
    { ...props, class: `n ${none ? 'none' : ''} ${props.class ?? ''}`.trim(), 'data-path': path, 'data-value': JSON.stringify(value ?? null), title: none ? 'not known' : props.title },
    none ? [h('span', { 'aria-hidden': 'true' }, format.unknown), h('span', { class: 'sr' }, 'not known')] : as(value),
  );
}

let absolute = false;

export function toggleAbsolute() {
  absolute = !absolute;
  tick(document);
  return absolute;
}

const shown = (instant) => (absolute ? format.clock(instant) : format.ago(instant));

/** A moment: how long ago, or by the clock if the reader wants that; the other one is in the title. */
export function moment(instant, path = null) {
  if (!instant) return h('span', { class: 'n none', 'data-path': path, 'data-value': path ? 'null' : null, title: 'not known' }, format.unknown);
  return h('time', { datetime: instant, class: 'n', title: format.full(instant), 'data-path': path, 'data-value': path ? JSON.stringify(instant) : null }, shown(instant));
}

/** Lets the times of a part of the page go on. */
export function tick(root) {
  for (const time of root.querySelectorAll('time')) {
    const next = shown(time.getAttribute('datetime'));
    if (time.textContent !== next) time.textContent = next;
  }
}

// Each state has a shape of its own: colour alone says nothing to many people.
const SHAPES = {
  good: ['M4 8.4 7 11.2 12 5.4'],
  warn: ['M8 4.2v4.6', 'M8 11.4v.1'],
  stall: ['M6 5v6', 'M10 5v6'],
  stop: ['M5.4 5.4h5.2v5.2H5.4z'],
  back: ['M8 4.6 4.6 8 8 11.4', 'M12 4.6 8.6 8l3.4 3.4'],
  busy: ['M12 8a4 4 0 1 1-1.4-3', 'M11 2.6V5.2H8.4'],
  rest: ['M4.6 8h6.8'],
  doubt: ['M6 6.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.1', 'M8 11.6v.1'],
};

// state: [tone, shape, the word if it is another one]
const STATES = {
  ok: ['good', 'good'],
  running: ['good', 'good'],
  stable: ['good', 'good'],
  verified: ['good', 'good'],
  complete: ['good', 'good'],
  promoted: ['good', 'good'],
  passed: ['good', 'good'],
  accepted: ['good', 'good'],
  warn: ['warn', 'warn'],
  pausing: ['warn', 'stall'],
  paused: ['warn', 'stall'],
  stale: ['warn', 'warn'],
  stall: ['bad', 'stall'],
  stop: ['bad', 'stop'],
  stopped: ['bad', 'stop'],
  failed: ['bad', 'stop'],
  rejected: ['bad', 'stop'],
  rewind: ['odd', 'back'],
  'rolled-back': ['odd', 'back'],
  rebalancing: ['busy', 'busy'],
  restoring: ['busy', 'busy'],
  verifying: ['busy', 'busy'],
  starting: ['busy', 'busy'],
  applied: ['busy', 'busy'],
  extended: ['busy', 'busy'],
  idle: ['calm', 'rest'],
  aborting: ['calm', 'stop'],
  aborted: ['calm', 'stop'],
};

const UNKNOWN = ['calm', 'doubt'];

export const tone = (state) => (STATES[state] ?? UNKNOWN)[0];

export function icon(state) {
  const [, shape] = STATES[state] ?? UNKNOWN;
  return s('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, SHAPES[shape].map((d) => s('path', { d })));
}

/** A state as a shape, a colour and a word. */
export function pill(state, { reason = null, path = null, word = state } = {}) {
  return h('span', { class: `pill tone-${tone(state)}`, title: reason, 'data-state': state ?? 'unknown', 'data-path': path, 'data-value': path ? JSON.stringify(state ?? null) : null }, icon(state), word ?? 'unknown');
}

/** Where there is nothing to show, and why. */
export function nothing(sentence, more = null) {
  return h('p', { class: 'nothing' }, sentence, more && h('span', { class: 'more' }, ` ${more}`));
}

/** For a section of the document that nobody knows yet. */
export function noData(state, section) {
  return nothing('No data yet.', state.remarks?.[section] ?? null);
}

/** A share as a bar; the number stands beside it. */
export function bar(share, props = {}) {
  const width = Math.max(0, Math.min(1, share ?? 0)) * 100;
  return h('span', { ...props, class: `bar ${props.class ?? ''}`, 'aria-hidden': 'true' }, h('span', { style: { width: `${width.toFixed(2)}%` } }));
}

/** Term and value, in a list of such. */
export function fact(term, ...value) {
  return h('div', { class: 'fact' }, h('dt', null, term), h('dd', null, value));
}

/** A table for wide screens that becomes a list of cards on narrow ones: each cell knows its heading. */
export function cell(heading, props, ...content) {
  return h('td', { ...props, 'data-heading': heading }, content);
}

export function button(label, act, data = {}, props = {}) {
  const attributes = Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));
  return h('button', { type: 'button', class: 'button', 'data-act': act, ...attributes, ...props }, label);
}
