// How many authors are accepted and rejected a second, and why those who are rejected are.
import { byId, h, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { bar, figure, noData, nothing } from '../lib/parts.js';
import { colour, onTheme } from '../lib/theme.js';
import uPlot from '/vendor/uplot/uPlot.esm.js';

const SHOWN = 8;

let plot = null;
let chart = null;
let drawn = null;

function options(host) {
  const axis = (more) => ({ font: '12px Inter, system-ui, sans-serif', stroke: () => colour('--muted'), ticks: { show: false }, ...more });
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 8, 0, 0],
    scales: { y: { range: (u, low, high) => [0, Math.max(1, (high ?? 1) * 1.1)] } },
    series: [{}, { stroke: colour('--series-1'), width: 2, points: { show: false } }, { stroke: colour('--series-2'), width: 2, dash: [5, 4], points: { show: false } }],
    axes: [
      axis({ size: 26, space: 80, grid: { show: false }, values: (u, splits, index, space, step) => format.ticks(splits, step) }),
      axis({ size: 52, space: 30, grid: { stroke: () => colour('--grid'), width: 1 }, values: (u, splits) => splits.map(format.perSecond) }),
    ],
  };
}

function draw(history) {
  drawn = history;
  const host = chart;
  if (!host?.isConnected || host.clientWidth === 0 || history.at.length < 2) return;
  const data = [history.at, history.accepted, history.rejected];
  if (plot && plot.root.parentNode === host) {
    plot.setData(data);
  } else {
    plot?.destroy();
    plot = new uPlot(options(host), data, host);
  }
}

function code(each, index, all) {
  const most = Math.max(1, all[0].records);
  return h('li', { 'data-key': each.code },
    h('span', { class: 'code', title: each.code }, format.words(each.code)),
    bar(each.records / most),
    figure(`/rates/codes/${index}/records`, each.records),
    figure(`/rates/codes/${index}/records_per_second`, each.records_per_second, format.perSecond, { class: 'muted' }));
}

function codes(all) {
  if (all.length === 0) return nothing('Nobody is rejected.');
  const more = all.slice(SHOWN).reduce((sum, each) => sum + each.records, 0);
  return [h('h3', null, 'Why rejected'), h('ol', { class: 'codes' }, all.slice(0, SHOWN).map((each, index) => code(each, index, all))),
    more > 0 && h('p', { class: 'muted small' }, `and ${format.count(more)} with ${all.length - SHOWN} other ${format.plural(all.length - SHOWN, 'code')}`)];
}

function host() {
  chart = byId('rates-body').querySelector('.chart') ?? h('div', { class: 'chart small', 'data-own': '', role: 'img', 'aria-label': 'Accepted and rejected authors a second, last hour' });
  return chart;
}

export function rates(state) {
  const body = byId('rates-body');
  const seen = state.rates;
  if (!seen) return show(body, noData(state, 'rates'));
  const rate = (name, label, key) => h('div', { class: 'measure' }, h('span', { class: `label ${key}` }, label), figure(`/rates/${name}_per_second`, seen[`${name}_per_second`], format.perSecond, { class: 'mid' }),
    h('span', { class: 'note' }, figure(`/rates/${name}_records`, seen[`${name}_records`]), ' authors'));
  show(body,
    h('div', { class: 'measures' }, rate('accepted', 'accepted', 'key one'), rate('rejected', 'rejected', 'key two'),
      h('div', { class: 'measure' }, h('span', { class: 'label' }, 'dead'), figure('/rates/dead_per_second', seen.dead_per_second, format.perSecond, { class: 'mid' }), h('span', { class: 'note' }, `over ${format.seconds(seen.window_seconds)}`))),
    seen.history.at.length > 1 ? host() : h('p', { class: 'nothing' }, 'No history yet.'), h('div', null, codes(seen.codes)));
  return draw(seen.history);
}

function again() {
  plot?.destroy();
  plot = null;
  if (drawn) draw(drawn);
}

onTheme(again);
document.fonts.ready.then(again);
new ResizeObserver(() => plot && chart?.clientWidth > 0 && plot.setSize({ width: chart.clientWidth, height: chart.clientHeight })).observe(byId('rates-body'));
