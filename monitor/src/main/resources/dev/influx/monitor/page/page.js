// The page: one stream of states in, eleven parts out. Everything that is clicked or typed comes by here.
import { askForToken, help, perform, say } from './lib/dialogs.js';
import { byId, h, show } from './lib/dom.js';
import { download } from './lib/files.js';
import * as format from './lib/format.js';
import { pill, tick, toggleAbsolute, tone } from './lib/parts.js';
import { Stream } from './lib/stream.js';
import { nextTheme, theme } from './lib/theme.js';
import { collector } from './parts/collector.js';
import { dead, toggleReason } from './parts/dead.js';
import { groups, showAll, sortBy, toggleGroup } from './parts/groups.js';
import { headline, verdictOf } from './parts/headline.js';
import { chooseRange, lag, nextGroup, nextRange } from './parts/lag.js';
import { pipe } from './parts/pipe.js';
import { rates } from './parts/rates.js';
import { replays } from './parts/replays.js';
import { scores } from './parts/scores.js';
import { snapshots } from './parts/snapshots.js';
import './parts/author.js';

const PARTS = { headline, pipe, lag, groups, rates, scores, replays, snapshots, dead, collector };
const ORDER = ['headline', 'pipe', 'lag', 'groups', 'rates', 'scores', 'replays', 'snapshots', 'dead', 'author', 'collector'];
const ICONS = { good: 'ok', busy: 'warn', warn: 'warn', bad: 'bad', odd: 'warn' };
const STATES = { ok: 'has read everything, or comes nearer', unknown: 'watched too briefly, or the last look failed', warn: 'moves, but comes no nearer', rewind: 'was set back', stall: 'does not move, with something to read', stop: 'never committed, with something to read', idle: 'nothing to do' };

let current = null;
let connection = { state: 'connecting' };
let held = false;
let waiting = null;

/** A part that fails says so in its own place, and the others go on. */
function draw(name, state) {
  try {
    PARTS[name](state, old());
    byId(name).removeAttribute('data-failed');
  } catch (failure) {
    byId(name).setAttribute('data-failed', failure.message);
    console.error(`the part ${name} cannot be shown`, failure);
  }
}

/** Whether the figures are of some time ago, and not of now. */
function old() {
  const heard = connection.state === 'live' || (connection.state === 'connecting' && current === null);
  return !heard || Boolean(current?.stale);
}

/** What a tab among many says. */
function nameTab() {
  const head = current?.headline;
  const known = head && !old();
  const word = !known ? '?' : tone(head.state) === 'good' ? format.seconds(head.behind_seconds).replaceAll('\u202f', ' ') : head.state.toUpperCase();
  document.title = `${word} · influx`;
  const icon = `/icons/${(known && ICONS[tone(head.state)]) || 'unknown'}.svg`;
  if (byId('favicon').getAttribute('href') !== icon) byId('favicon').setAttribute('href', icon);
}

/** Reads out how things are, each time they change. */
function speak(state) {
  const head = state.headline;
  const before = current?.headline;
  if (head && (!before || verdictOf(head) !== verdictOf(before))) show(byId('spoken'), `${verdictOf(head)}. ${head.reason ?? ''}`);
}

function render(state) {
  speak(state);
  current = state;
  Object.keys(PARTS).forEach((name) => draw(name, state));
  show(byId('where'), h('span', null, state.cluster ? state.cluster.name : ''), state.policy?.active && h('span', { class: 'chip' }, state.policy.active.id));
  show(byId('bottom'), `influx ${state.version} · every figure here: `, h('code', null, 'influx lag'), ' and ', h('code', null, 'influx status'), ' with ', h('code', null, '--format json'));
  document.body.dataset.at = state.at;
  chrome();
}

/** The bar at the top: live, or why not; and what that means for the figures below. */
function chrome() {
  const retry = connection.retryAt ? Math.max(0, Math.ceil((connection.retryAt - Date.now()) / 1000)) : 0;
  const lines = {
    connecting: ['busy', 'connecting'],
    live: ['live', held ? 'held' : 'live'],
    lost: ['bad', 'disconnected'],
    locked: ['warn', 'locked'],
  };
  const [kind, word] = lines[connection.state];
  const place = byId('connection');
  place.className = `connection is-${held && kind === 'live' ? 'held' : kind}`;
  show(place, h('i', { class: 'dot', 'aria-hidden': 'true' }), word);
  banner(retry);
  document.body.classList.toggle('old', old());
  nameTab();
}

/** What changes each second is for the eye alone: nobody wants it read out again and again. */
const counting = (...text) => h('span', { 'aria-hidden': 'true' }, text);

const since = () => (current ? counting(' Figures are of ', format.clock(current.at), ', ', format.ago(current.at), '.') : '');

function banner(retry) {
  const place = byId('banner');
  const [kind, ...text] =
    connection.state === 'lost'
      ? ['bad', h('b', null, 'Disconnected'), `, ${connection.why}`, counting('; ', retry > 0 ? `retrying in ${retry} s.` : 'retrying now.'), since()]
      : connection.state === 'locked'
        ? ['warn', h('b', null, 'Locked'), `: ${connection.why}. `, h('button', { type: 'button', class: 'button', 'data-act': 'unlock' }, 'Give the token')]
        : current?.stale
          ? ['warn', h('b', null, 'Collector stale'), ` since ${format.clock(current.stale.since)}`, counting(', ', format.ago(current.stale.since)), `: ${current.stale.why}. The figures are of then.`]
          : [''];
  place.className = `banner ${kind === '' ? '' : `shown tone-${kind}`}`;
  show(place, text);
}

const stream = new Stream(
  (state) => {
    if (held) waiting = state;
    else render(state);
  },
  (next) => {
    const before = old();
    // Each attempt would take the banner away for a moment; it stays until something is heard.
    connection = next.state === 'connecting' && connection.state === 'lost' ? { ...connection, retryAt: null } : next;
    if (current && before !== old()) ['headline', 'pipe'].forEach((name) => draw(name, current));
    chrome();
    if (next.state === 'locked') unlock();
  },
);

async function unlock() {
  if (await askForToken(`${connection.why ?? 'The monitor wants its token'}.`)) stream.connect();
}

function pause() {
  held = !held;
  byId('pause').setAttribute('aria-pressed', String(held));
  byId('pause').textContent = held ? 'Go on' : 'Pause';
  if (!held && waiting) render(waiting);
  waiting = null;
  chrome();
}

function changeTheme() {
  nextTheme();
  nameTheme();
}

function nameTheme() {
  const name = theme();
  byId('theme').textContent = name[0].toUpperCase() + name.slice(1);
  byId('theme').setAttribute('aria-label', `Theme: ${name}`);
}

const ACTS = {
  pause,
  theme: changeTheme,
  help,
  unlock,
  'all-groups': showAll,
  range: (from) => chooseRange(Number(from.seconds)),
  sort: (from) => sortBy(from.column),
  group: (from) => toggleGroup(from.name),
  reason: (from) => toggleReason(from.name),
  perform: (from) => perform(from.action, from.target),
  download: (from, element, event) => download(element.getAttribute('href'), event).catch((failure) => say(failure.message, 'bad')),
  close: (from, element) => element.closest('dialog').close(),
};

document.addEventListener('click', (event) => {
  const element = event.target.closest('[data-act]');
  if (element) ACTS[element.dataset.act]?.(element.dataset, element, event);
});

function go(name) {
  const part = byId(name);
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

function step(by) {
  const at = ORDER.indexOf(document.activeElement?.closest('.part')?.id);
  go(ORDER[Math.max(0, Math.min(ORDER.length - 1, at + by))]);
}

function search(event) {
  event.preventDefault();
  go('author');
  byId('author-who').select();
  byId('author-who').focus({ preventScroll: true });
}

const KEYS = {
  '?': help,
  t: changeTheme,
  p: pause,
  a: toggleAbsolute,
  r: nextRange,
  g: nextGroup,
  h: () => go('headline'),
  j: () => step(1),
  k: () => step(-1),
  '/': search,
};

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, select, textarea, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^[0-9]$/.test(event.key)) go(ORDER[event.key === '0' ? 10 : Number(event.key)]);
  else KEYS[event.key]?.(event);
});

show(byId('help-states'), Object.entries(STATES).map(([state, meaning]) => h('div', null, h('dt', null, pill(state)), h('dd', null, meaning))));
nameTheme();
setInterval(() => {
  if (!held) tick(document);
  chrome();
}, 1000);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && connection.state === 'lost') stream.connect();
});
stream.connect();
