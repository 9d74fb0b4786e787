import '@vscode-elements/elements/dist/vscode-button/index.js';
import './report.css';
import type { PanelState, ToPanel } from '../src/panelProtocol.ts';
import { append, h, text } from './dom.ts';
import { drawPage } from './draw.ts';
import { connect, firstState } from './host.ts';

const page = h('div', { id: 'page' });
/** Both stay in their place, so that what changes in them is read out: for eyes and ears, and for ears alone. */
const told = h('p', { id: 'told', role: 'status' });
const heard = h('p', { class: 'ears-only', role: 'status' });
document.body.append(page, told, heard);

const host = connect(hear);
const first = firstState();
if (first) hear(first);
host.send({ type: 'ready' });

function hear(message: ToPanel): void {
  if (message.type === 'state') show(message.state);
  else tell(message.words);
}

/** Long enough to be read twice. */
const TOLD_MS = 12_000;
let fading: ReturnType<typeof setTimeout> | undefined;

function tell(words: string): void {
  clearTimeout(fading);
  told.replaceChildren(text(words));
  fading = setTimeout(() => told.replaceChildren(), TOLD_MS);
}

let shown: PanelState | undefined;

/** Draws everything anew, and leaves the reader where they were. Of a report that is new here, one screen is drawn first. */
function show(state: PanelState): void {
  const same = shown?.subject.id === state.subject.id && shown.subject.kind === state.subject.kind;
  // Who writes in another part of the window keeps the keyboard.
  const focused = document.hasFocus() ? document.activeElement?.getAttribute('data-key') : undefined;
  const open = [...page.querySelectorAll('details[open]')].map(({ id }) => id);
  const { scrollY } = window;
  const { top, sections } = drawPage(state, host.send, roomForPictures());
  page.replaceChildren();
  append(page, [top]);
  const main = page.querySelector('main')!;
  const left = sections.values();
  const drawWhile = (wanted: () => boolean): void => {
    while (wanted()) {
      const { done, value } = left.next();
      if (done) return;
      append(main, [value()]);
    }
  };
  drawWhile(() => same || main.getBoundingClientRect().bottom < window.innerHeight);
  if (same) {
    for (const id of open) page.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
    window.scrollTo({ top: scrollY, behavior: 'instant' });
  } else window.scrollTo({ top: 0, behavior: 'instant' });
  if (same && focused) {
    page.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  if (shown?.waiting !== undefined && state.waiting === undefined) heard.replaceChildren('The report is complete.');
  else if (state.waiting !== undefined && shown?.waiting !== state.waiting)
    heard.replaceChildren(text(`Waiting for ${state.waiting}.`));
  shown = state;
  host.remember(state);
  afterPaint(() => {
    performance.mark('model-trust-report');
    if (shown === state) drawWhile(() => true);
  });
}

/** A frame's own turn comes before its paint, the next message after it. */
function afterPaint(then: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  requestAnimationFrame(() => port2.postMessage(undefined));
}

/** The text's own width, up to what eyes can follow. */
function roomForPictures(): number {
  const { clientWidth } = document.documentElement;
  const style = getComputedStyle(page);
  const room = clientWidth - Number.parseFloat(style.paddingLeft || '0') - Number.parseFloat(style.paddingRight || '0');
  return Math.max(240, Math.min(720, room));
}

let drawnFor = document.documentElement.clientWidth;
let resting: ReturnType<typeof setTimeout> | undefined;
// Pictures are drawn for a width, so that their words neither shrink nor are cut.
window.addEventListener('resize', () => {
  clearTimeout(resting);
  resting = setTimeout(() => {
    const { clientWidth } = document.documentElement;
    if (!shown || clientWidth === drawnFor) return;
    drawnFor = clientWidth;
    show(shown);
  }, 100);
});
