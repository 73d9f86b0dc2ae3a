// Building and patching elements. Whatever comes from data becomes a text node or an attribute, never markup.

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    // A style attribute would be refused by the content security policy; the object model is not.
    if (name === 'style') Object.entries(value).forEach(([key, to]) => element.style.setProperty(key, to));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element of HTML. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** An element of SVG. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

export function byId(id) {
  return document.getElementById(id);
}

const key = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('data-key') : null);

const alike = (old, next) => old.nodeName === next.nodeName && key(old) === key(next);

function patchAttributes(old, next) {
  for (const { name } of [...old.attributes]) {
    if (name !== 'style' && !next.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (name !== 'style' && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  if (old.style.cssText !== next.style.cssText) old.style.cssText = next.style.cssText;
}

function patch(old, next) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== next.data) old.data = next.data;
  } else if (!old.hasAttribute('data-own')) {
    patchAttributes(old, next);
    patchChildren(old, [...next.childNodes]);
  }
}

function patchChildren(parent, next) {
  const keyed = new Map();
  for (const child of parent.childNodes) {
    if (key(child) !== null) keyed.set(key(child), child);
  }
  let place = parent.firstChild;
  for (const child of next) {
    const old = key(child) !== null ? keyed.get(key(child)) : place;
    if (old && alike(old, child)) {
      if (old === place) place = place.nextSibling;
      else parent.insertBefore(old, place);
      patch(old, child);
    } else {
      parent.insertBefore(child, place);
    }
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

/**
 * Makes the content of an element what it should be, and leaves alone what is so already: focus, selection and the
 * place of a reader survive. An element with data-own is drawn by a script and not touched.
 */
export function show(parent, ...children) {
  const next = h('div', null, children);
  patchChildren(parent, [...next.childNodes]);
}
