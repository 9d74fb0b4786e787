import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { ToPanel } from '../panelProtocol.ts';

/** What the page is made of besides what it shows. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
}

/** Reads the page's own script and style: they lie in the page itself, so that the first paint fetches nothing. */
export async function readPageParts(context: vscode.ExtensionContext): Promise<PageParts> {
  const read = async (file: string): Promise<string> => {
    const uri = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview', file);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  };
  const [script, style] = await Promise.all([read('report.js'), read('report.css')]);
  // What would end the element, or begin a comment in it, means the same with a backslash in a text of JavaScript.
  return { script: script.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--'), style };
}

/** The page of the panel. What it shows first lies in it as data, so that the first paint waits for no message. */
export function reportPage({ script, style }: PageParts, first: ToPanel | undefined): string {
  const nonce = randomBytes(16).toString('base64');
  // Its own script and style, and nothing from anywhere.
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trust report</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<script type="application/json" id="first-state">${first ? asData(first) : ''}</script>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

/** JSON that no word in it can end: a `<` becomes its escape. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
