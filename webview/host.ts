import { type FromPanel, type PanelMemory, type PanelState, ToPanel } from '../src/panelProtocol.ts';
import { parseMessage } from '../src/protocol.ts';

interface Api {
  readonly postMessage: (message: FromPanel) => void;
  readonly setState: (state: PanelMemory) => void;
}
declare function acquireVsCodeApi(): Api;

/** The extension, as the panel sees it. */
export interface Host {
  readonly send: (message: FromPanel) => void;
  readonly remember: (state: PanelState) => void;
}

export function connect(hear: (message: ToPanel) => void): Host {
  const api = acquireVsCodeApi();
  window.addEventListener('message', event => {
    const heard = parseMessage(ToPanel, event.data);
    if (heard) hear(heard);
  });
  return { send: api.postMessage, remember: ({ subject }) => api.setState({ subject }) };
}

/** The state that the page came with, so that the first paint waits for no message. */
export function firstState(): ToPanel | undefined {
  const given = document.getElementById('first-state')?.textContent;
  if (!given) return undefined;
  try {
    return parseMessage(ToPanel, JSON.parse(given));
  } catch {
    return undefined; // It will come as a message.
  }
}
