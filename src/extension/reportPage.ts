import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { ToPanel } from '../panelProtocol.ts';

/** Where the panel's own script and style lie; it may load nothing else. */
export const pageFolder = (context: vscode.ExtensionContext): vscode.Uri =>
  vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');

/** The page of the panel. What it shows first lies in it as data, so that the first paint waits for no message. */
export function reportPage(webview: vscode.Webview, folder: vscode.Uri, first: ToPanel | undefined): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
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
<link rel="stylesheet" href="${address('report.css')}">
</head>
<body>
<script type="application/json" id="first-state">${first ? asData(first) : ''}</script>
<script nonce="${nonce}" src="${address('report.js')}"></script>
</body>
</html>`;
}

/** JSON that no word in it can end: a `<` becomes its escape. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
