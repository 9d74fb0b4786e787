// A panel that shows one word. Opened the way the report is, it takes the time that the editor itself takes:
// a command, a question in words, a panel made or told something new, a paint.
const vscode = require('vscode');

const SCRIPT = `
const show = words => {
  document.querySelector('h1').textContent = words;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => performance.mark('empty-panel');
  requestAnimationFrame(() => port2.postMessage(undefined));
};
addEventListener('message', ({ data }) => show(data));
show(document.querySelector('h1').textContent);
`;

const page = words => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-empty'">
</head>
<body><h1>${words}</h1><script nonce="empty">${SCRIPT}</script></body>
</html>`;

exports.activate = context => {
  let panel;
  context.subscriptions.push(
    vscode.commands.registerCommand('emptyPanel.open', async () => {
      const words = await vscode.window.showInputBox();
      if (!words) return;
      if (panel) {
        panel.webview.postMessage(words);
        panel.title = words;
        panel.reveal(undefined, false);
        return;
      }
      panel = vscode.window.createWebviewPanel('emptyPanel', words, vscode.ViewColumn.Beside, { enableScripts: true });
      panel.onDidDispose(() => {
        panel = undefined;
      });
      panel.webview.html = page(words);
    }),
  );
};
