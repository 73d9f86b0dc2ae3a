// The groups: sortable, each opening to its partitions and members.
import { get } from '../lib/api.js';
import { byId, h, s, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { button, cell, figure, noData, nothing, pill } from '../lib/parts.js';

const BAD_FIRST = ['stop', 'stall', 'rewind', 'warn', 'unknown', 'ok'];
const COLUMNS = [
  ['group', 'Group', (group) => group.group],
  ['state', 'State', (group) => BAD_FIRST.indexOf(group.state)],
  ['time_seconds', 'Behind', (group) => group.time_seconds, true],
  ['records', 'Records', (group) => group.records, true],
  ['velocity_records_per_second', 'Trend', (group) => group.velocity_records_per_second, true],
  ['catch_up_seconds', 'Caught up in', (group) => group.catch_up_seconds, true],
  ['retention_margin_seconds', 'Safe for', (group) => group.retention_margin_seconds, true],
  ['members', 'Members', (group) => group.members, true],
];
const REFRESH = 5_000;
/** A cluster may have thousands; the worst come first. */
const FEW = 40;

const sort = { by: 'state', down: false };
const open = new Map();
let last = null;
let all = false;

export function showAll() {
  all = !all;
  groups(last);
}

export function sortBy(column) {
  sort.down = sort.by === column ? !sort.down : false;
  sort.by = column;
  groups(last);
}

export function toggleGroup(name) {
  if (open.has(name)) open.delete(name);
  else load(name);
  groups(last);
}

async function load(name) {
  open.set(name, { ...open.get(name), at: Date.now() });
  const answer = await get(`/api/groups/${encodeURIComponent(name)}`).catch((refusal) => ({ failed: refusal.message }));
  if (!open.has(name)) return;
  open.set(name, { ...answer, at: Date.now(), loaded: true });
  groups(last);
}

/** What is not known comes last, whichever way the rest is sorted. */
function compare(a, b) {
  const [, , of] = COLUMNS.find(([id]) => id === sort.by);
  const [x, y] = [of(a.group), of(b.group)];
  if (x === null || y === null) return (x === null) - (y === null) || a.group.group.localeCompare(b.group.group);
  const order = typeof x === 'string' ? x.localeCompare(y) : x - y;
  return (sort.down ? -order : order) || a.group.group.localeCompare(b.group.group);
}

function sparkline(line) {
  const values = line?.time_seconds ?? [];
  if (values.filter((value) => value !== null).length < 2) return h('span', { class: 'muted' }, format.unknown);
  const [width, height] = [120, 24];
  const most = Math.max(1, ...values.filter((value) => value !== null));
  let d = '';
  let pen = false;
  values.forEach((value, index) => {
    if (value !== null) d += `${pen ? 'L' : 'M'}${((index / (values.length - 1)) * width).toFixed(1)} ${(height - 2 - (value / most) * (height - 4)).toFixed(1)}`;
    pen = value !== null;
  });
  const label = `Last ${format.seconds(line.step_seconds * values.length)}, at most ${format.seconds(most)} behind`;
  return s('svg', { class: 'spark', viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label }, s('path', { d }));
}

function head() {
  return h('tr', null,
    COLUMNS.map(([id, label, , right]) => h('th', { scope: 'col', class: right ? 'right' : '', 'aria-sort': sort.by === id ? (sort.down ? 'descending' : 'ascending') : 'none' },
      h('button', { type: 'button', class: 'sort', 'data-act': 'sort', 'data-column': id }, label))).toSpliced(2, 0, h('th', { scope: 'col' }, 'Last 30 min')));
}

/** Nobody reads for a replay that does not run: what is written meanwhile is no stall. */
function stateOf(group, at) {
  const resting = group.replay ? (last.replays ?? []).findIndex((each) => group.group.endsWith(`replay.${each.replay}`) && each.state !== 'running') : -1;
  return resting < 0
    ? pill(group.state, { reason: group.reason, path: `${at}/state` })
    : pill(last.replays[resting].state, { reason: `the replay is ${last.replays[resting].state}`, path: `/replays/${resting}/state` });
}

function row({ group, index }) {
  const at = `/groups/${index}`;
  const isOpen = open.has(group.group);
  return h('tr', { class: `group ${isOpen ? 'open' : ''}`, 'data-key': `group:${group.group}`, 'data-group': group.group },
    cell('', { class: 'name' }, h('button', { type: 'button', class: 'open', 'data-act': 'group', 'data-name': group.group, 'aria-expanded': String(isOpen) }, h('span', { class: 'turn', 'aria-hidden': 'true' }), group.group),
      h('span', { class: 'kind' }, [group.kind, group.cluster_state, group.replay && 'replay', group.stale && 'stale'].filter(Boolean).join(' · '))),
    cell('State', { class: 'state' }, stateOf(group, at)),
    cell('', { class: 'sparkcell' }, sparkline(group.sparkline)),
    cell('Behind', { class: 'right' }, figure(`${at}/time_seconds`, group.time_seconds, format.seconds, { title: format.words(group.time_source) })),
    cell('Records', { class: 'right' }, figure(`${at}/records`, group.records)),
    cell('Trend', { class: 'right' }, figure(`${at}/velocity_records_per_second`, group.velocity_records_per_second, format.growth)),
    cell('Caught up in', { class: 'right' }, figure(`${at}/catch_up_seconds`, group.catch_up_seconds, format.seconds)),
    cell('Safe for', { class: 'right' }, figure(`${at}/retention_margin_seconds`, group.retention_margin_seconds, format.seconds)),
    cell('Members', { class: 'right' }, figure(`${at}/members`, group.members)));
}

function partition(each, index) {
  const at = `/partitions/${index}`;
  return h('tr', { 'data-key': `${each.topic}-${each.partition}` },
    cell('Partition', null, `${each.topic}-${each.partition}`),
    cell('State', null, pill(each.state, { reason: each.reason, path: `${at}/state` })),
    cell('Committed', { class: 'right' }, figure(`${at}/committed`, each.committed)),
    cell('End', { class: 'right' }, figure(`${at}/end`, each.end)),
    cell('Records', { class: 'right' }, figure(`${at}/records`, each.records)),
    cell('Behind', { class: 'right' }, figure(`${at}/time_seconds`, each.time_seconds, format.seconds)),
    cell('Known from', null, format.words(each.time_source)),
    cell('Lost', { class: 'right' }, figure(`${at}/lost_records`, each.lost_records)));
}

function detail({ group }) {
  const seen = open.get(group.group);
  const inside = seen.failed
    ? nothing(seen.failed)
    : !seen.loaded
      ? nothing('Looking …')
      : [
          h('table', { class: 'inner cards' }, h('thead', null, h('tr', null, ['Partition', 'State', 'Committed', 'End', 'Records', 'Behind', 'Known from', 'Lost'].map((label, index) => h('th', { scope: 'col', class: [2, 3, 4, 5, 7].includes(index) ? 'right' : '' }, label)))), h('tbody', null, seen.partitions.map(partition))),
          seen.member_list.length === 0
            ? h('p', { class: 'muted members' }, 'No members. Whoever assigns partitions to itself is not counted.')
            : h('ul', { class: 'members' }, seen.member_list.map((member) => h('li', { title: member.member }, h('b', null, member.client), ' on ', member.host, ': ', member.partitions.join(', ') || 'no partitions'))),
        ];
  return h('tr', { class: 'detail', 'data-key': `detail:${group.group}` }, h('td', { colspan: '9', 'data-api': `/api/groups/${encodeURIComponent(group.group)}` }, h('p', { class: 'reason' }, group.reason), inside));
}

function table(entries) {
  const sorted = [...entries].sort(compare).slice(0, all ? entries.length : FEW);
  return h('table', { class: 'groups cards' }, h('thead', null, head()), h('tbody', null, sorted.map((entry) => (open.has(entry.group.group) ? [row(entry), detail(entry)] : row(entry)))));
}

export function groups(state) {
  last = state;
  const body = byId('groups-body');
  if (!state) return undefined;
  if (!state.groups) return show(body, noData(state, 'groups'));
  if (state.groups.length === 0) return show(body, nothing('This cluster has no groups yet.'));
  for (const [name, seen] of open) {
    if (Date.now() - seen.at > REFRESH) load(name);
  }
  const entries = state.groups.map((group, index) => ({ group, index }));
  const replays = entries.filter(({ group }) => group.replay);
  const live = entries.filter(({ group }) => !group.replay);
  return show(body, table(live),
    live.length > FEW && h('p', { class: 'more-groups', 'data-key': 'more' }, button(all ? `Show the first ${FEW}` : `Show all ${format.count(live.length)} groups`, 'all-groups')),
    replays.length > 0 && h('div', { class: 'apart', 'data-key': 'replays' }, h('h3', null, 'Of replays'), table(replays)));
}
