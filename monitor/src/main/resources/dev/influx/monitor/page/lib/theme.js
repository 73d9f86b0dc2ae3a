// Light, dark, or as the system has it; and the colours of it for what is drawn on a canvas.

const KEY = 'influx.theme';
const ORDER = ['auto', 'light', 'dark'];
const media = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set();

let chosen = ORDER.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : 'auto';

function apply() {
  document.documentElement.dataset.theme = chosen;
  listeners.forEach((listener) => listener());
}

export const theme = () => chosen;

export function nextTheme() {
  chosen = ORDER[(ORDER.indexOf(chosen) + 1) % ORDER.length];
  localStorage.setItem(KEY, chosen);
  apply();
  return chosen;
}

export function onTheme(listener) {
  listeners.add(listener);
}

/** A custom property as a colour; light-dark() is resolved only where it is used. */
export function colour(name) {
  const probe = document.getElementById('probe');
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

media.addEventListener('change', apply);
apply();
