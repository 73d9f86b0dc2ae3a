// Numbers and times as people read them. Unknown is a dash, never a zero.

/** Between a number and its unit: narrow, and no line breaks there. */
const THIN = '\u202f';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const fullFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const unknown = '–';

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

const orUnknown = (format) => (value) => (known(value) ? format(value) : unknown);

function pair(amount, large, largeUnit, small, smallUnit) {
  const rest = Math.floor((amount % large) / small);
  const first = `${whole.format(Math.floor(amount / large))}${THIN}${largeUnit}`;
  return rest === 0 ? first : `${first} ${rest}${THIN}${smallUnit}`;
}

/** How long: 0.4 s, 42 s, 3 min 20 s, 3 h 10 min, 2 d 4 h. */
export const seconds = orUnknown((value) => {
  if (value < 0) return `−${seconds(-value)}`;
  if (value === 0) return `0${THIN}s`;
  // What would round to ten has no decimal: 9.96 is 10 s, and not 10.0 s.
  if (value < 9.95) return `${value < 0.05 ? '<0.1' : value.toFixed(1)}${THIN}s`;
  const rounded = Math.round(value);
  if (rounded < MINUTE) return `${rounded}${THIN}s`;
  if (rounded < HOUR) return pair(rounded, MINUTE, 'min', 1, 's');
  if (rounded < DAY) return pair(rounded, HOUR, 'h', MINUTE, 'min');
  return pair(rounded, DAY, 'd', HOUR, 'h');
});

export const count = orUnknown((value) => whole.format(value));

/** With as many decimals as say something. */
export const decimal = orUnknown((value) => {
  const size = Math.abs(value);
  if (size === 0) return '0';
  return value.toFixed(size < 0.1 ? 3 : size < 1 ? 2 : 1).replace('-', '−');
});

export const perSecond = orUnknown((value) => {
  const size = Math.abs(value);
  const text = size === 0 ? '0' : size < 0.01 ? '<0.01' : size < 1 ? size.toFixed(2) : size < 100 ? size.toFixed(1) : whole.format(size);
  return `${value < 0 ? '−' : ''}${text}/s`;
});

export const growth = orUnknown((value) => (value > 0 ? `+${perSecond(value)}` : perSecond(value)));

export const score = orUnknown((value) => value.toFixed(1));

export const signed = orUnknown((value) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`);

export const percent = orUnknown((value) => {
  const hundredths = value * 100;
  const text = hundredths === 0 || hundredths === 100 ? String(hundredths) : hundredths.toFixed(1);
  return `${text}${THIN}%`;
});

export const bytes = orUnknown((value) => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = value;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(size < 10 ? 2 : size < 100 ? 1 : 0)}${THIN}${units[unit]}`;
});

export const text = orUnknown(String);

/** A time of today is a clock time; of another day it has the day in front. */
export function clock(instant, now = Date.now()) {
  if (!known(instant)) return unknown;
  const date = new Date(instant);
  const today = new Date(now).toDateString() === date.toDateString();
  return today ? clockFormat.format(date) : `${dayFormat.format(date)}, ${clockFormat.format(date).slice(0, 5)}`;
}

/** Times along an axis, as fine as the distance between two of them. */
export function ticks(epochSeconds, step) {
  const length = step < MINUTE ? 8 : 5;
  return epochSeconds.map((at) => (known(at) ? clockFormat.format(new Date(at * 1000)).slice(0, length) : ''));
}

/** How long ago, in its largest unit. */
export function ago(instant, now = Date.now()) {
  if (!known(instant)) return unknown;
  const past = Math.round((now - new Date(instant).getTime()) / 1000);
  if (past < 1) return 'now';
  if (past < MINUTE) return `${past}${THIN}s ago`;
  if (past < HOUR) return `${Math.floor(past / MINUTE)}${THIN}min ago`;
  if (past < 2 * DAY) return `${Math.floor(past / HOUR)}${THIN}h ago`;
  return `${Math.floor(past / DAY)}${THIN}d ago`;
}

export const full = (instant) => (known(instant) ? fullFormat.format(new Date(instant)) : 'not known');

/** A word of a programme as a person reads it: below_entry_threshold is below entry threshold. */
export const words = orUnknown((code) => code.replaceAll('_', ' '));

export const plural = (number, one, many = `${one}s`) => (number === 1 ? one : many);
