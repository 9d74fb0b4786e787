import '@vscode-elements/elements/dist/vscode-button/index.js';
import './report.css';
import type { PanelState, ToPanel } from '../src/panelProtocol.ts';
import { h } from './dom.ts';
import { drawPage } from './draw.ts';
import { connect, firstState } from './host.ts';

const page = h('div', { id: 'page' });
/** Stays in its place, so that what changes in it is read out. */
const told = h('p', { id: 'told', role: 'status', 'aria-live': 'polite' });
document.body.append(page, told);

const host = connect(hear);
const first = firstState();
if (first) hear(first);
host.send({ type: 'ready' });

function hear(heard: ToPanel): void {
  if (heard.type === 'told') say(heard.words);
  else show(heard.state);
}

function say(words: string): void {
  told.replaceChildren(words);
}

let shown: PanelState | undefined;

/** Draws everything anew, and leaves the reader where they were. */
function show(state: PanelState): void {
  const same = shown?.subject.id === state.subject.id && shown.subject.kind === state.subject.kind;
  const focused = document.activeElement?.getAttribute('data-key');
  const open = [...page.querySelectorAll('details[open]')].map(({ id }) => id);
  const { scrollY } = window;
  const drawn = h('div', {}, drawPage(state, host.send, roomForPictures()));
  page.replaceChildren(...drawn.childNodes);
  if (same) {
    for (const id of open) page.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
    window.scrollTo({ top: scrollY, behavior: 'instant' });
  } else window.scrollTo({ top: 0, behavior: 'instant' });
  if (same && focused) {
    page.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  if (shown && shown.waiting !== undefined && state.waiting === undefined) say('The report is complete.');
  else if (state.waiting !== undefined && shown?.waiting !== state.waiting) say(`Waiting for ${state.waiting}.`);
  shown = state;
  host.remember(state);
  requestAnimationFrame(() => performance.mark('model-trust-report'));
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
