// Lag over time: seconds on the left, records on the right, and marks for what people did.
import { get } from '../lib/api.js';
import { byId, h, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { colour, onTheme } from '../lib/theme.js';
import uPlot from '/vendor/uplot/uPlot.esm.js';

const RELOAD = 60_000;
const MOST_LIVE = 1_000;
const MARKS = { replay: 'R', policy: 'P', deploy: 'D', rewind: '«', collector: 'M' };

const view = { group: '', seconds: 3600, marks: [], loaded: 0, asked: 0, failed: null, groups: [], latest: null };
let data = [[], [], []];
/** What was seen since the page was opened: finer than what the monitor keeps. */
let live = [];
let plot = null;

const time = (at) => format.clock(at * 1000);

/** A monitor that has just begun knows little: what it knows fills the chart, but minutes do not become hours. */
const LEAST = 300;

function span(u, low, high) {
  const known = data[0].find((at, index) => data[1][index] !== null || data[2][index] !== null);
  return [Math.min(Math.max(low, known ?? low), high - LEAST), high];
}

/** Steps of a clock, not of ten. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400, 172800, 604800];

function drawMarks(u) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.font = `600 ${11 * devicePixelRatio}px Inter, system-ui, sans-serif`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const [ink, ground] = [colour('--mark'), colour('--surface')];
  for (const mark of view.marks) {
    const x = Math.round(u.valToPos(mark.at, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = ink;
    ctx.fillStyle = ink;
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.arc(x, bbox.top - 9 * devicePixelRatio, 8 * devicePixelRatio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.fillStyle = ground;
    ctx.fillText(MARKS[mark.kind] ?? '•', x, bbox.top - 8.5 * devicePixelRatio);
  }
  ctx.restore();
}

function axis(scale, side, values, more) {
  return { scale, side, values, font: '12px Inter, system-ui, sans-serif', stroke: () => colour('--muted'), ticks: { show: false }, size: 62, gap: 6, ...more };
}

function options(host) {
  const stroke = colour('--series-1');
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    padding: [20, 0, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 8 }, drag: { x: false, y: false } },
    scales: { x: { time: true, range: span }, s: { range: (u, low, high) => [0, Math.max(1, (high ?? 1) * 1.08)] }, r: { range: (u, low, high) => [0, Math.max(5, (high ?? 5) * 1.3)] } },
    series: [
      {},
      { scale: 's', stroke, width: 2, fill: (u) => fade(u, stroke), points: { show: false } },
      { scale: 'r', stroke: colour('--series-2'), width: 1.25, dash: [5, 4], points: { show: false } },
    ],
    axes: [
      axis('x', 2, (u, splits, index, space, step) => format.ticks(splits, step), { size: 30, space: host.clientWidth < 500 ? 70 : 90, grid: { show: false } }),
      axis('s', 3, (u, splits) => splits.map(format.seconds), { incrs: STEPS, space: 36, grid: { stroke: () => colour('--grid'), width: 1 } }),
      axis('r', 1, (u, splits) => splits.map(format.count), { space: 36, grid: { show: false }, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1e6, 2e6, 5e6, 1e7, 1e8, 1e9] }),
    ],
    hooks: { draw: [drawMarks], setCursor: [(u) => read(u.cursor.idx)] },
  };
}

function fade(u, stroke) {
  const gradient = u.ctx.createLinearGradient(0, u.bbox.top, 0, u.bbox.top + u.bbox.height);
  gradient.addColorStop(0, stroke.replace('rgb(', 'rgba(').replace(')', ', 0.26)'));
  gradient.addColorStop(1, stroke.replace('rgb(', 'rgba(').replace(')', ', 0.02)'));
  return gradient;
}

/** What the lines say where the pointer is; without one, what is now. */
function read(index) {
  const past = index !== null && index !== undefined;
  const [seconds, records] = past ? [data[1][index], data[2][index]] : [view.latest?.time_seconds, view.latest?.records];
  show(byId('lag-reading'),
    h('span', { class: 'muted n' }, past ? time(data[0][index]) : 'now'),
    h('span', { class: 'key one' }, h('b', { class: 'n' }, format.seconds(seconds)), ' behind'),
    h('span', { class: 'key two' }, h('b', { class: 'n' }, format.count(records)), ' records'));
}

function rebuild() {
  const host = byId('lag-chart');
  plot?.destroy();
  plot = null;
  if (data[0].length === 0 || host.clientWidth === 0) return;
  plot = new uPlot(options(host), data, host);
  byId('lag-chart').setAttribute('aria-label', `Lag over time, ${data[0].length} points`);
  read(null);
}

function legend() {
  const marks = view.marks.slice(-6);
  show(byId('lag-body'), data[0].length === 0 ? h('p', { class: 'nothing' }, view.failed ?? 'No data yet.') : marks.length > 0 && h('ul', { class: 'marks' }, marks.map((mark) =>
    h('li', null, h('i', { class: 'mark-letter' }, MARKS[mark.kind] ?? '•'), h('span', { class: 'n muted' }, time(mark.at)), ' ', mark.text))));
}

/** The history of the monitor up to where the page has seen for itself. */
function join(answer) {
  const first = live[0]?.at ?? Infinity;
  const count = answer.at.findIndex((at) => at >= first);
  const until = count < 0 ? answer.at.length : count;
  return [
    [...answer.at.slice(0, until), ...live.map((each) => each.at)],
    [...answer.time_seconds.slice(0, until), ...live.map((each) => each.time_seconds)],
    [...answer.records.slice(0, until), ...live.map((each) => each.records)],
  ];
}

function take(answer) {
  data = join(answer);
  Object.assign(view, { marks: answer.marks, loaded: Date.now(), failed: null });
  byId('lag-chart').dataset.points = String(answer.at.length);
  if (plot) plot.setData(data);
  else rebuild();
  read(plot?.cursor.idx);
  legend();
}

async function load() {
  const asked = ++view.asked;
  const to = Math.floor(Date.now() / 1000);
  try {
    const answer = await get('/api/lag/history', { group: view.group || null, from: to - view.seconds, to });
    if (asked === view.asked) take(answer);
  } catch (refusal) {
    if (asked !== view.asked) return;
    view.loaded = Date.now();
    view.failed = refusal.status ? refusal.message : 'The monitor does not answer.';
    legend();
  }
}

/** The largest time and all records of those groups that are not of replays. */
function whole(groups) {
  const live = groups.filter((group) => !group.replay);
  const times = live.map((group) => group.time_seconds).filter((value) => value !== null);
  const records = live.map((group) => group.records).filter((value) => value !== null);
  return { time_seconds: times.length > 0 ? Math.max(...times) : null, records: records.length > 0 ? records.reduce((a, b) => a + b, 0) : null };
}

function see() {
  const found = view.group === '' ? whole(view.groups) : view.groups.find((group) => group.group === view.group);
  view.latest = found ? { time_seconds: found.time_seconds, records: found.records } : null;
}

function append(state) {
  const at = Math.floor(new Date(state.at).getTime() / 1000);
  // Figures of a look that is long past are no point of now: the line has a hole there.
  const now = state.stale ? { time_seconds: null, records: null } : view.latest;
  read(plot?.cursor.idx);
  if (!now || at <= (data[0].at(-1) ?? 0)) return undefined;
  live = [...live.slice(-MOST_LIVE), { at, ...now }];
  const first = Math.max(0, data[0].findIndex((each) => each >= at - view.seconds));
  data = [[...data[0].slice(first), at], [...data[1].slice(first), now.time_seconds], [...data[2].slice(first), now.records]];
  if (plot) return plot.setData(data);
  rebuild();
  return legend();
}

function offer(groups) {
  const select = byId('lag-group');
  const names = groups.map((group) => group.group).sort();
  if (document.activeElement === select && select.options.length > 1) return;
  show(select, h('option', { value: '' }, 'all live groups'), names.map((name) => h('option', { value: name, 'data-key': name }, name)));
  if (select.value !== view.group) select.value = names.includes(view.group) ? view.group : '';
}

export function lag(state) {
  if (!state.groups) return legend();
  offer(state.groups);
  view.groups = state.groups;
  see();
  if (Date.now() - view.loaded > RELOAD) return load();
  return append(state);
}

export function chooseGroup(name) {
  view.group = name;
  live = [];
  see();
  byId('lag-group').value = name;
  load();
}

export function chooseRange(seconds) {
  view.seconds = seconds;
  for (const each of byId('lag-range').children) each.setAttribute('aria-pressed', String(Number(each.dataset.seconds) === seconds));
  load();
}

export function nextRange() {
  const all = [...byId('lag-range').children].map((each) => Number(each.dataset.seconds));
  chooseRange(all[(all.indexOf(view.seconds) + 1) % all.length]);
}

export function nextGroup() {
  const all = [...byId('lag-group').options].map((each) => each.value);
  chooseGroup(all[(all.indexOf(view.group) + 1) % all.length]);
}

export const range = () => view.seconds;

byId('lag-group').addEventListener('change', (event) => chooseGroup(event.target.value));
onTheme(rebuild);
document.fonts.ready.then(rebuild);
new ResizeObserver(([entry]) => {
  const { width, height } = entry.contentRect;
  if (plot && width > 0) plot.setSize({ width, height });
  else rebuild();
}).observe(byId('lag-chart'));
