// One author: the score, what it is made of, why, what came before, and the observation it comes from.
import { get } from '../lib/api.js';
import { byId, h, show } from '../lib/dom.js';
import * as format from '../lib/format.js';
import { bar, cell, fact, figure, moment, nothing, pill } from '../lib/parts.js';

const PARTS = ['activity', 'quality', 'relevance'];
let asked = 0;

const place = (topic, partition, offset) => (offset === null ? format.unknown : `${topic}-${partition}@${offset}`);

function terms(author) {
  if (author.terms.length === 0) return null;
  return h('div', { class: 'terms' }, PARTS.map((part) => [
    h('h3', null, part, ' ', figure(`/${part}`, author[part], format.score)),
    h('ul', { class: 'plain' }, author.terms.map((term, index) => ({ term, index })).filter(({ term }) => term.part === part).map(({ term, index }) =>
      h('li', { class: 'term', title: term.curve }, h('span', { class: 'term-name' }, format.words(term.term)), bar(term.most ? term.points / term.most : 0), figure(`/terms/${index}/points`, term.points, (value) => value.toFixed(2)), h('span', { class: 'muted n of' }, term.most === null ? '' : `of ${term.most.toFixed(2)}`), h('span', { class: 'seen muted' }, term.seen ?? 'not seen')))),
  ]));
}

function observation(each, index, author) {
  const opinion = Object.values(each.policies ?? {})[0] ?? null;
  return h('tr', null,
    cell('Seen', null, moment(each.at)),
    cell('Score', { class: 'right' }, figure(null, opinion?.score ?? null, format.score)),
    cell('Followers', { class: 'right' }, figure(`/observations/${index}/followers`, each.followers)),
    cell('What', null, each.outcome),
    cell('Raw', null, h('code', null, place(author.raw?.topic ?? 'raw', each.partition, each.offset))));
}

function verdict(author) {
  return h('div', { class: 'author-head' },
    h('div', { class: 'score' }, figure('/score', author.score, format.score, { class: 'big' }), author.rank_global !== null && h('span', { class: 'muted' }, 'rank ', figure('/rank_global', author.rank_global))),
    h('div', null,
      h('p', { class: 'who' }, h('strong', null, `@${author.handle}`), author.name && h('span', null, author.name), pill(author.verdict)),
      h('p', { class: 'muted' }, `by ${author.policy}, as seen `, moment(author.observed_at), ', id ', h('code', null, author.id)),
      author.codes.length > 0 && h('p', { class: 'chips' }, author.codes.map((code) => h('span', { class: 'chip' }, format.words(code)))),
      author.best_raise && h('p', { class: 'muted' }, `What would raise it most: ${author.best_raise.change} (+${author.best_raise.gain.toFixed(1)})`)));
}

function found(author) {
  return h('div', { 'data-api': `/api/authors?who=${encodeURIComponent(author.id)}` }, verdict(author), terms(author),
    author.adjustments.length > 0 && h('p', { class: 'muted small' }, author.adjustments.map((each) => `${format.words(each.adjustment)} ${format.signed(each.points)}`).join(' · ')),
    h('dl', { class: 'facts' }, fact('raw event', h('code', { class: 'raw' }, author.raw ? place(author.raw.topic, author.raw.partition, author.raw.offset) : format.unknown)), fact('followers', figure('/followers', author.followers))),
    author.observations.length > 0 && [h('h3', null, 'History'), h('table', { class: 'cards small' }, h('thead', null, h('tr', null, ['Seen', 'Score', 'Followers', 'What', 'Raw'].map((label, index) => h('th', { scope: 'col', class: index === 1 || index === 2 ? 'right' : '' }, label)))), h('tbody', null, author.observations.slice(0, 12).map((each, index) => observation(each, index, author))))]);
}

export async function lookUp(who) {
  const mine = ++asked;
  const body = byId('author-body');
  show(body, nothing('Looking …'));
  const answer = await get('/api/authors', { who }).catch((refusal) => refusal);
  if (mine !== asked) return;
  if (answer instanceof Error) show(body, nothing(`${answer.message[0].toUpperCase()}${answer.message.slice(1)}.`, [answer.why, answer.fix].filter(Boolean).join('; ')));
  else show(body, found(answer));
}

byId('author-form').addEventListener('submit', (event) => {
  event.preventDefault();
  lookUp(byId('author-who').value.trim());
});
show(byId('author-body'), nothing('Name an author to see the score, what it is made of, and where it comes from.'));
