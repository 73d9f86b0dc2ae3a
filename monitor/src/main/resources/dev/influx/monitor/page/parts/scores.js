// How the scores are spread: live as bars, the last snapshot and a replay as outlines over them.
import { byId, h, s, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { figure, noData, nothing } from '../lib/parts.js';

const FIGURES = [['count', 'authors', format.count], ['p5', '5 %', format.score], ['p50', 'median', format.score], ['p95', '95 %', format.score], ['mean', 'mean', format.score], ['zero_scores', 'zeros', format.count]];
const NAMES = { live: 'live', snapshot: 'last snapshot', replay: 'replay' };

// In shares: a replay of a sample can be compared with all authors only so.
const shares = (scores) => scores.histogram.map((bin) => (scores.count === 0 ? 0 : bin.count / scores.count));

function outline(scores, most, kind) {
  const bins = scores.histogram;
  const [from, to] = [bins[0].from, bins.at(-1).to];
  const x = (value) => (((value - from) / (to - from)) * 1000).toFixed(1);
  const heights = shares(scores).map((share) => (100 - (share / most) * 100).toFixed(2));
  const d = bins.map((bin, index) => `${index === 0 ? 'M' : 'L'}${x(bin.from)} ${heights[index]}L${x(bin.to)} ${heights[index]}`).join('');
  return s('path', { class: `outline ${kind}`, d });
}

function bars(live, most) {
  return live.histogram.map((bin, index) =>
    h('span', { class: 'bin', title: `${bin.from}–${bin.to}: ${format.count(bin.count)} ${format.plural(bin.count, 'author')}`, 'data-path': `/scores/live/histogram/${index}/count`, 'data-value': String(bin.count), style: { height: `${((shares(live)[index] / most) * 100).toFixed(2)}%` } }));
}

/** Whether there is anything to draw: who has no authors has no bins. */
const drawn = (scores, kind) => scores[kind] !== null && scores[kind].histogram.length > 0;

function histogram(scores) {
  const there = Object.keys(NAMES).filter((kind) => drawn(scores, kind));
  const most = Math.max(...there.flatMap((kind) => shares(scores[kind])), 0.001);
  const bins = scores[there[0]].histogram;
  const ticks = [0, 20, 40, 60, 80, 100].filter((at) => at >= bins[0].from && at <= bins.at(-1).to);
  return h('figure', { class: 'histogram', role: 'img', 'aria-label': `How the scores are spread, ${there.map((kind) => NAMES[kind]).join(', ')}; the table below has the figures` },
    h('div', { class: 'bins' }, drawn(scores, 'live') && bars(scores.live, most),
      s('svg', { viewBox: '0 0 1000 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, drawn(scores, 'snapshot') && outline(scores.snapshot, most, 'snapshot'), drawn(scores, 'replay') && outline(scores.replay, most, 'replay'))),
    h('div', { class: 'ticks n', 'aria-hidden': 'true' }, ticks.map((at) => h('span', null, at))));
}

function line(kind, scores) {
  if (!scores) return null;
  return h('tr', { 'data-key': kind }, h('th', { scope: 'row' }, h('span', { class: `key ${kind}` }, NAMES[kind])),
    FIGURES.map(([name, , as]) => h('td', { class: 'right' }, figure(`/scores/${kind}/${name}`, scores[name], as))));
}

/** Below 0.1 nothing happened, from 0.25 on it is another distribution: the usual reading of a PSI. */
function drift(name, path, value) {
  if (value === null) return null;
  const reading = value < 0.1 ? 'the same' : value < 0.25 ? 'moved' : 'another distribution';
  return h('span', { class: 'chip' }, `PSI to ${name} `, figure(path, value, format.decimal), ` · ${reading}`);
}

export function scores(state) {
  const body = byId('scores-body');
  const seen = state.scores;
  if (!seen) return show(body, noData(state, 'scores'));
  if (!Object.keys(NAMES).some((kind) => drawn(seen, kind))) return show(body, nothing('No author has a score yet.', state.remarks?.scores));
  return show(body, histogram(seen),
    h('div', { class: 'scroll' }, h('table', { class: 'small' }, h('thead', null, h('tr', null, h('td', null), FIGURES.map(([, label]) => h('th', { scope: 'col', class: 'right' }, label)))), h('tbody', null, Object.keys(NAMES).map((kind) => line(kind, seen[kind]))))),
    h('p', { class: 'chips' }, drift('the snapshot', '/scores/psi_snapshot', seen.psi_snapshot), drift('the replay', '/scores/psi_replay', seen.psi_replay)));
}
