// How the monitor itself is doing: whoever watches must be watched.
import { byId, h, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { fact, figure, moment, noData, pill } from '../lib/parts.js';

export function collector(state) {
  const body = byId('collector-body');
  const seen = state.collector;
  if (!seen) return show(body, noData(state, 'collector'));
  const of = (name, as) => figure(`/collector/${name}`, seen[name], as);
  return show(body,
    h('dl', { class: 'facts wide' },
      fact('state', pill(seen.state, { path: '/collector/state' })),
      fact('looked', moment(seen.last_success_at, '/collector/last_success_at'), h('span', { class: 'muted' }, ', every ', of('interval_seconds', format.seconds))),
      fact('a look takes', of('last_look_seconds', format.seconds)),
      fact('looks', of('looks'), h('span', { class: 'muted' }, ', ', of('failures'), ' failed')),
      fact('watches', of('groups'), ' groups, ', of('partitions'), ' partitions'),
      fact('remembers', of('history_points'), h('span', { class: 'muted' }, ' looks since ', moment(seen.history_from, '/collector/history_from'))),
      fact('pages open', of('sse_clients'), h('span', { class: 'muted' }, ' of ', of('sse_clients_max'))),
      fact('memory', of('heap_bytes', format.bytes)),
      fact('processor', of('cpu_ratio', format.percent)),
      fact('runs since', moment(seen.started_at, '/collector/started_at'))),
    seen.last_failure && h('p', { class: 'muted small' }, 'Last failure ', moment(seen.last_failure.at), `: ${seen.last_failure.why}`));
}
