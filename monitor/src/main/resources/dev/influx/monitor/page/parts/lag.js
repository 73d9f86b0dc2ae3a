// Lag over time: seconds on the left, records on the right, and marks for what people did.
import { get } from '../lib/api.js';
import { byId, h, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { colour, onTheme } from '../lib/theme.js';
import uPlot from '/vendor/uplot/uPlot.esm.js';

const RELOAD = 60_000;
const MARKS = { replay: 'R', policy: 'P', deploy: 'D', rewind: '«', collector: 'M' };

const view = { group: '', seconds: 3600, marks: [], loaded: 0, asked: 0, step: 5, failed: null, groups: [], latest: null };
let data = [[], [], []];
let plot = null;

const time = (at) => format.clock(at * 1000);

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
    scales: { x: { time: true }, s: { range: (u, low, high) => [0, Math.max(1, (high ?? 1) * 1.08)] }, r: { range: (u, low, high) => [0, Math.max(5, (high ?? 5) * 1.3)] } },
    series: [
      {},
      { scale: 's', stroke, width: 2, fill: (u) => fade(u, stroke), points: { show: false } },
      { scale: 'r', stroke: colour('--series-2'), width: 1.25, dash: [5, 4], points: { show: false } },
    ],
    axes: [
      axis('x', 2, (u, splits) => splits.map((at) => at === null ? '' : new Date(at * 1000).toTimeString().slice(0, view.seconds < 3600 ? 8 : 5)), { size: 30, space: host.clientWidth < 500 ? 70 : 90, grid: { show: false } }),
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

function take(answer) {
  data = [answer.at, answer.time_seconds, answer.records];
  Object.assign(view, { marks: answer.marks, loaded: Date.now(), step: answer.step_seconds, failed: null });
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
  view.latest = (view.group === '' ? whole(view.groups) : view.groups.find((group) => group.group === view.group)) ?? null;
}

function append(state) {
  const at = Math.floor(new Date(state.at).getTime() / 1000);
  const now = view.latest;
  const last = data[0].at(-1);
  read(plot?.cursor.idx);
  if (!now || last === undefined || at <= last) return;
  // A point within the last step makes that one larger: a chart of a day is not asked to hold a point every two seconds.
  if (at - last < view.step) return;
  const first = data[0].findIndex((each) => each >= at - view.seconds);
  data = [[...data[0].slice(first), at], [...data[1].slice(first), now.time_seconds], [...data[2].slice(first), now.records]];
  plot?.setData(data);
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
