// The policy in force, how far rescoring is, and the replays with what they would change.
import { byId, h, show } from '../lib/dom.js';
import { label } from '../lib/dialogs.js';
import * as format from '../lib/format.js';
import { bar, button, fact, figure, icon, moment, nothing, pill } from '../lib/parts.js';

const action = (name, target) => button(label(name), 'perform', { action: name, target }, name === 'replay-promote' ? { class: 'button primary' } : {});

function rescoring(policy) {
  if (policy.rescore_progress_ratio === null || policy.settled) return null;
  return h('div', { class: 'progress', role: 'progressbar', 'aria-valuenow': Math.round(policy.rescore_progress_ratio * 100), 'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-label': 'Rescoring' },
    bar(policy.rescore_progress_ratio, { class: 'large' }),
    h('p', null, 'Judging again: ', figure('/policy/walked', policy.walked), ' of ', figure('/policy/authors', policy.authors), ' authors, ', figure('/policy/rescore_progress_ratio', policy.rescore_progress_ratio, format.percent)));
}

function inForce(state) {
  const { policy } = state;
  if (!policy) return nothing('The policy is not known yet.', state.remarks?.policy);
  if (!policy.active) return nothing('No policy was activated.');
  const { active, previous } = policy;
  return h('div', { class: 'policy', 'data-key': 'policy' },
    h('div', { class: 'line' }, h('strong', { class: 'mid', 'data-path': '/policy/active/id', 'data-value': JSON.stringify(active.id) }, active.id), h('code', { class: 'hash', title: active.sha256 }, active.sha256.slice(0, 12)), active.since && [' since ', moment(active.since, '/policy/active/since')], active.by && ` by ${active.by}`,
      policy.rollback && state.actions_allowed && previous && h('span', { class: 'end' }, action('policy-rollback', previous.id))),
    active.reason && h('p', { class: 'muted' }, active.reason),
    rescoring(policy),
    policy.mismatched_instances > 0 && h('p', { class: 'tone-warn alert' }, icon('warn'), h('span', null, figure('/policy/mismatched_instances', policy.mismatched_instances), ` ${format.plural(policy.mismatched_instances, 'scorer judges', 'scorers judge')} by another policy`)));
}

function progress(replay, at) {
  if (replay.progress_ratio === null) return null;
  const running = replay.state === 'running';
  return h('div', { class: 'progress', role: 'progressbar', 'aria-valuenow': Math.round(replay.progress_ratio * 100), 'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-label': `Progress of ${replay.replay}` },
    bar(replay.progress_ratio, { class: `large ${running ? 'moves' : ''}` }),
    h('p', null, figure(`${at}/read`, replay.read), ' of ', figure(`${at}/all`, replay.all), ', ', figure(`${at}/progress_ratio`, replay.progress_ratio, format.percent),
      running && [' · ', figure(`${at}/seconds_left`, replay.seconds_left, format.seconds), ' left'],
      running && replay.records_per_second !== null && [' · ', figure(`${at}/records_per_second`, replay.records_per_second, format.perSecond)]));
}

function mover(each, index, path) {
  return h('li', { 'data-key': each.id }, h('b', null, each.handle ? `@${each.handle}` : each.id), ' ',
    h('span', { class: 'n' }, format.score(each.live), ' → ', format.score(each.shadow)), ' ', figure(`${path}/${index}/difference`, each.difference, format.signed, { class: each.difference > 0 ? 'up' : 'down' }), each.term && h('span', { class: 'muted' }, ` ${each.term}`));
}

function limit(each) {
  return h('li', { class: each.passed ? 'tone-good' : 'tone-bad' }, icon(each.passed ? 'passed' : 'failed'), h('span', null, h('b', null, each.name), ' ', h('span', { class: 'n' }, each.found), h('span', { class: 'muted' }, ` · wanted ${each.limit}`), h('span', { class: 'sr' }, each.passed ? ' passed' : ' not passed')));
}

function diff(found, at) {
  if (!found) return null;
  const path = `${at}/diff`;
  return h('div', { class: 'diff' },
    h('dl', { class: 'facts' },
      fact('added', figure(`${path}/added`, found.added)), fact('removed', figure(`${path}/removed`, found.removed)), fact('moved', figure(`${path}/moved`, found.moved)), fact('same', figure(`${path}/same`, found.same)),
      fact('rank correlation', figure(`${path}/rank_correlation`, found.rank_correlation, (value) => value.toFixed(3))), fact('PSI', figure(`${path}/psi`, found.psi, format.decimal))),
    h('ul', { class: 'limits' }, found.limits.map(limit)),
    h('ul', { class: 'movers' }, found.up.map((each, index) => mover(each, index, `${path}/up`)), found.down.map((each, index) => mover(each, index, `${path}/down`))),
    h('p', { class: 'muted small' }, 'compared ', moment(found.computed_at)));
}

function card(replay, index, allowed) {
  const at = `/replays/${index}`;
  return h('article', { class: 'replay', 'data-key': replay.replay, 'data-replay': replay.replay },
    h('div', { class: 'line' }, pill(replay.state, { path: `${at}/state`, reason: replay.detail, word: format.words(replay.state) }), h('strong', { class: 'name' }, replay.replay),
      allowed && replay.actions.length > 0 && h('span', { class: 'end' }, replay.actions.map((name) => action(name, replay.replay)))),
    h('p', { class: 'muted' }, `${replay.policy} over ${replay.range} · since `, moment(replay.since), replay.detail && ` · ${replay.detail}`),
    progress(replay, at), diff(replay.diff, at));
}

export function replays(state) {
  show(byId('replays-body'), inForce(state),
    !state.replays ? nothing('Replays are not known yet.', state.remarks?.replays)
      : state.replays.length === 0 ? nothing('No replays.', 'influx replay plan starts one.')
        : state.replays.map((replay, index) => card(replay, index, state.actions_allowed)),
    !state.actions_allowed && state.remarks?.actions && h('p', { class: 'muted small', 'data-key': 'actions' }, `No actions: ${state.remarks.actions}.`));
}
