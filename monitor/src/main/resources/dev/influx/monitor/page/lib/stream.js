// Server-sent events, read with fetch: an EventSource could not send the token, nor tell why it was refused.
import { events } from './api.js';

const SILENCE = 15_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/** Takes an event stream apart; a piece may end anywhere, also within a letter. */
export class EventParser {
  #rest = '';
  #event = { data: [] };
  #onEvent;
  #onRetry;

  constructor(onEvent, onRetry) {
    this.#onEvent = onEvent;
    this.#onRetry = onRetry;
  }

  feed(piece) {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    lines.forEach((line) => this.#line(line));
  }

  #line(line) {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#event.data.push(value);
    else if (field === 'event') this.#event.type = value;
    else if (field === 'id') this.#event.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.#onRetry(Number(value));
    return undefined;
  }

  #dispatch() {
    const event = this.#event;
    this.#event = { data: [] };
    if (event.data.length > 0) this.#onEvent({ type: event.type ?? 'message', id: event.id ?? null, data: event.data.join('\n') });
  }
}

/**
 * Keeps a stream of events open. Tells every change of the connection: {state: 'connecting' | 'live' | 'locked'}, or
 * {state: 'lost', retryAt} while it waits to try again.
 */
export class Stream {
  #onState;
  #onConnection;
  #lastId = null;
  #wait = FIRST_WAIT;
  #least = FIRST_WAIT;
  #timer = null;
  #watchdog = null;
  #abort = null;

  constructor(onState, onConnection) {
    this.#onState = onState;
    this.#onConnection = onConnection;
  }

  /** Tries now, whatever it was waiting for. */
  connect() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.#onConnection({ state: 'connecting' });
    this.#read(this.#abort);
  }

  async #read(abort) {
    try {
      this.#heard();
      const body = await events(this.#lastId, abort.signal);
      const parser = new EventParser((event) => this.#take(event), (wait) => (this.#least = wait));
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        this.#heard();
        parser.feed(value);
      }
      if (abort === this.#abort) this.#lost('the monitor ended the stream');
    } catch (refusal) {
      if (abort === this.#abort) this.#refused(refusal);
    }
  }

  #take(event) {
    if (event.type !== 'state') return;
    const state = JSON.parse(event.data);
    this.#lastId = event.id ?? this.#lastId;
    this.#wait = this.#least;
    this.#onConnection({ state: 'live' });
    this.#onState(state, event.id);
  }

  #heard() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#silent(), SILENCE);
  }

  #silent() {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#lost('nothing was heard for 15 s');
  }

  #refused(refusal) {
    if (refusal.status === 401) {
      clearTimeout(this.#watchdog);
      this.#onConnection({ state: 'locked', why: refusal.message });
    } else {
      this.#lost(refusal.status ? refusal.message : 'the monitor does not answer');
    }
  }

  #lost(why) {
    clearTimeout(this.#watchdog);
    const wait = this.#wait;
    this.#wait = Math.min(LONGEST_WAIT, wait * 2);
    this.#onConnection({ state: 'lost', why, retryAt: Date.now() + wait });
    this.#timer = setTimeout(() => this.connect(), wait);
  }
}
