// The pipe, drawn: boxes and labels are laid out by the style sheet, and lines are drawn between where they came to be.
import { byId, h, s, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { figure, icon, nothing, pill, tone } from '../lib/parts.js';
import { flow } from './flow.js';

const NAMES = { harvester: 'Harvester', raw: 'raw', scorer: 'Scorer', accepted: 'accepted', rejected: 'rejected', dead: 'dead', sink: 'Sink' };
const RECORDS = { raw: 'observations', accepted: 'authors', rejected: 'authors', dead: 'open letters' };
const NARROW = 900;

let edges = [];
let halted = false;

const nodeState = (node) => (node.kind === 'process' ? pill(node.state, { reason: node.detail }) : null);

function processLine(node, at) {
  if (node.restore_remaining_records !== null) {
    return [figure(`${at}/restore_remaining_records`, node.restore_remaining_records), ' to restore', node.restore_eta_seconds === null ? '' : [', ', figure(`${at}/restore_eta_seconds`, node.restore_eta_seconds, format.seconds)]];
  }
  // Who assigns partitions to itself is no member of the group, and runs all the same.
  const uncounted = node.instances === null || (node.instances === 0 && node.state === 'running');
  return uncounted ? '' : [figure(`${at}/instances`, node.instances), ` ${format.plural(node.instances, 'instance')}`];
}

function box(node, index) {
  const at = `/pipe/nodes/${index}`;
  const line = node.kind === 'process' ? processLine(node, at) : [figure(`${at}/records`, node.records), ` ${RECORDS[node.id] ?? 'records'}`];
  return h('div', { class: `node ${node.kind} at-${node.id} tone-${tone(node.state)}`, 'data-key': node.id, 'data-node': node.id },
    h('div', { class: 'node-name' }, NAMES[node.id] ?? node.id, nodeState(node)),
    h('div', { class: 'node-line' }, line),
    node.detail && h('div', { class: 'node-detail' }, node.detail));
}

function edge(each, index) {
  const at = `/pipe/edges/${index}`;
  return h('div', { class: `edge at-${each.id}`, 'data-key': each.id, 'data-edge': each.id, 'data-state': each.state },
    h('div', { class: 'edge-top' }, pill(each.state, { reason: each.reason, path: `${at}/state` }), figure(`${at}/records_per_second`, each.records_per_second, format.perSecond, { class: 'rate' })),
    each.group && h('div', { class: 'edge-lag' }, figure(`${at}/time_seconds`, each.time_seconds, format.seconds, { class: 'time' }), ' behind'),
    each.group && h('div', { class: 'edge-records' }, figure(`${at}/records`, each.records), ` ${format.plural(each.records, 'record')}`));
}

/** A smooth way from the right side of a box to the left side of another one. */
function across(from, to) {
  const [x1, y1, x2, y2] = [from.right, from.top + from.height / 2, to.left, to.top + to.height / 2];
  if (Math.abs(y1 - y2) < 2) return `M${x1} ${y1}H${x2}`;
  const bend = Math.min(46, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x1 + bend * 0.2} ${y2} ${x1 + bend * 1.5} ${y2}H${x2}`;
}

/** From above: straight down, or along a rail at the side for what stands further below. */
function down(from, to, rail) {
  if (!rail) return `M${to.left + 18} ${from.bottom}V${to.top}`;
  const [x, y] = [from.left + 12, to.top + to.height / 2];
  return `M${x} ${from.bottom}V${y - 8}q0 8 8 8H${to.left}`;
}

function draw(host) {
  const svg = host.querySelector('svg');
  const frame = host.getBoundingClientRect();
  if (!svg || frame.width === 0) return;
  const place = (id) => {
    const box = host.querySelector(`[data-node="${id}"]`).getBoundingClientRect();
    return { left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top, height: box.height };
  };
  svg.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
  for (const path of svg.querySelectorAll('[data-from]')) {
    const [from, to] = [path.getAttribute('data-from'), path.getAttribute('data-to')];
    const d = frame.width < NARROW ? down(place(from), place(to), from === 'scorer') : across(place(from), place(to));
    if (path.getAttribute('d') !== d) path.setAttribute('d', d);
    const each = edges.find(({ id }) => id === path.getAttribute('data-key'));
    const rate = tone(each.state) === 'bad' ? 0 : each.records_per_second;
    flow(host.querySelector('.drops'), each.id, path, { rate, tone: tone(each.state), halted });
  }
}

const line = (each) => s('path', { 'data-key': each.id, 'data-from': each.from, 'data-to': each.to, class: `line tone-${tone(each.state)}` });

/** Dots stand still where figures are old. */
export function pipe(state, old) {
  const host = byId('pipe-body');
  if (!state.pipe) return show(host, nothing('No data yet.', state.remarks?.pipe));
  const { nodes } = state.pipe;
  edges = state.pipe.edges;
  halted = old;
  const svg = s('svg', { class: 'lines', 'aria-hidden': 'true', 'data-key': 'lines' }, edges.map(line));
  const ill = edges.map((each, index) => ({ each, index })).filter(({ each }) => each.reason && ['bad', 'warn', 'odd'].includes(tone(each.state)));
  show(host, svg, h('div', { class: 'drops', 'data-key': 'drops', 'data-own': '', 'aria-hidden': 'true' }), nodes.map(box), edges.map(edge),
    ill.length > 0 && h('ul', { class: 'reasons', 'data-key': 'reasons' }, ill.map(({ each, index }) =>
      h('li', { class: `tone-${tone(each.state)}` }, icon(each.state), h('span', null, h('strong', null, each.group ?? each.topic), ' ', h('span', { 'data-path': `/pipe/edges/${index}/reason`, 'data-value': JSON.stringify(each.reason) }, each.reason))))));
  return draw(host);
}

new ResizeObserver(() => draw(byId('pipe-body'))).observe(byId('pipe-body'));
document.fonts.ready.then(() => draw(byId('pipe-body')));
