// Dots that run along the lines of the pipe. They are moved by the compositor alone: a page that is open all day must
// cost next to nothing, and dashes that move would be painted again sixty times a second.
import { h } from '../lib/dom.js';

const GAP = 56;
const SPEED = 44;
const SAMPLES = 24;
const FAST = 50;
const still = matchMedia('(prefers-reduced-motion: reduce)');
const running = new Map();

/** The faster the records, the faster the dots, within what an eye can follow. */
const pace = (rate) => 0.4 + 1.6 * Math.min(1, Math.log1p(rate) / Math.log1p(FAST));

function keyframes(path, length) {
  return Array.from({ length: SAMPLES + 1 }, (_, index) => {
    const { x, y } = path.getPointAtLength((length * index) / SAMPLES);
    return { transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` };
  });
}

function start(host, path, tone) {
  const length = path.getTotalLength();
  const dots = Math.max(1, Math.round(length / GAP));
  const frames = keyframes(path, length);
  const duration = (length / SPEED) * 1000;
  return Array.from({ length: dots }, (_, index) => {
    const dot = h('i', { class: `drop tone-${tone}` });
    host.append(dot);
    const animation = dot.animate(frames, { duration, iterations: Infinity, delay: (-duration * index) / dots });
    return { dot, animation };
  });
}

function stop(id) {
  running.get(id)?.drops.forEach(({ dot, animation }) => {
    animation.cancel();
    dot.remove();
  });
  running.delete(id);
}

/** Lets records run along a line, or not. What runs already is not begun anew. */
export function flow(host, id, path, { rate, tone, halted }) {
  const shape = `${path.getAttribute('d')} ${tone}`;
  if (!(rate > 0) || still.matches || path.getAttribute('d') === null) return stop(id);
  if (running.get(id)?.shape !== shape) {
    stop(id);
    running.set(id, { shape, drops: start(host, path, tone) });
  }
  for (const { animation } of running.get(id).drops) {
    if (halted) animation.pause();
    else if (animation.playState === 'paused') animation.play();
    animation.updatePlaybackRate(pace(rate));
  }
  return undefined;
}
