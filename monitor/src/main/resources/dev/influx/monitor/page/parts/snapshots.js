// What was published, whether it is what it says it is, and what changed.
import { byId, h, show } from '../lib/dom.js';
import { file } from '../lib/files.js';
import * as format from '../lib/format.js';
import { cell, figure, moment, noData, nothing, pill } from '../lib/parts.js';

/** The eight digits that tell it from others, with a time in front or without. */
const short = (id) => id.split('-').at(-1).slice(0, 8);

function changes(each, at) {
  if (!each.changes) return h('span', { class: 'muted', title: 'there is nothing before it' }, 'first');
  return [['added', '+'], ['updated', '~'], ['removed', '−']].map(([name, sign]) =>
    h('span', { class: `change ${name}` }, h('span', { 'aria-hidden': 'true' }, sign), figure(`${at}/changes/${name}`, each.changes[name]), h('span', { class: 'sr' }, ` ${name} `)));
}

/** Something that leads to a file of the snapshot, if the monitor has it. */
function linked(each, name, ...content) {
  const address = each.files?.find((path) => path.startsWith('/snapshots/') && path.endsWith(`/${name}`));
  return address ? file(address, { class: 'file', title: `${name} of this snapshot` }, content) : content;
}

function latest(all) {
  const files = all.find((each) => each.current)?.files?.filter((path) => !path.startsWith('/snapshots/')) ?? [];
  return files.length > 0 && h('p', { class: 'files', 'data-key': 'files' }, 'The published list: ', files.map((path) => [file(path, {}, path.slice(1)), ' ']));
}

function row(each, index) {
  const at = `/snapshots/${index}`;
  return h('tr', { 'data-key': each.snapshot_id, class: each.current ? 'current' : '' },
    cell('Published', null, moment(each.created_at, `${at}/created_at`), each.current && h('span', { class: 'chip' }, 'latest')),
    cell('Id', null, linked(each, 'manifest.json', h('code', { title: each.snapshot_id, 'data-path': `${at}/snapshot_id`, 'data-value': JSON.stringify(each.snapshot_id) }, short(each.snapshot_id)))),
    cell('Verified', null, pill(each.verification.state, { path: `${at}/verification/state`, reason: each.verification.findings.join('; ') || null })),
    cell('Authors', { class: 'right' }, figure(`${at}/count`, each.count)),
    cell('Changes', { class: 'changes right' }, changes(each, at)),
    cell('Policy', null, format.text(each.policy?.id)),
    cell('Size', { class: 'right' }, linked(each, 'authors.jsonl.gz', figure(`${at}/bytes`, each.bytes, format.bytes))));
}

function finding(each) {
  return h('li', { class: 'tone-bad' }, h('code', null, short(each.snapshot_id)), ' ', each.verification.findings[0]);
}

export function snapshots(state) {
  const body = byId('snapshots-body');
  if (!state.snapshots) return show(body, noData(state, 'snapshots'));
  if (state.snapshots.length === 0) return show(body, nothing('Nothing was published yet.', state.remarks?.snapshots));
  const failed = state.snapshots.filter((each) => each.verification.state === 'failed' && each.verification.findings.length > 0);
  const labels = ['Published', 'Id', 'Verified', 'Authors', 'Changes', 'Policy', 'Size'];
  return show(body,
    state.remarks?.snapshots && h('p', { class: 'tone-warn alert', 'data-key': 'remark' }, state.remarks.snapshots),
    h('table', { class: 'cards', 'data-key': 'table' }, h('thead', null, h('tr', null, labels.map((label) => h('th', { scope: 'col', class: ['Authors', 'Changes', 'Size'].includes(label) ? 'right' : '' }, label)))), h('tbody', null, state.snapshots.map(row))),
    latest(state.snapshots),
    failed.length > 0 && h('ul', { class: 'findings', 'data-key': 'findings' }, failed.map(finding)));
}
