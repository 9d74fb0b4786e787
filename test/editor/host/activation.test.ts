import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { EXTENSION, eventually, open } from './inEditor.ts';

describe('the extension', () => {
  it('is installed from its package', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    assert.match(extension.extensionPath, /\bext\b/, 'it lies in the folder of installed extensions');
  });

  it('carries what it needs and nothing else', async () => {
    const folder = vscode.extensions.getExtension(EXTENSION)!.extensionUri;
    const names = async (path: string) =>
      (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, path))).map(([name]) => name).sort();
    assert.deepEqual(await names('dist'), [
      'cli.mjs',
      'data',
      'extension.cjs',
      'proxyFetch.mjs',
      'scanWorker.mjs',
      'server.cjs',
      'webview',
    ]);
    const allowed =
      /^(\.vsixmanifest|CHANGELOG\.md|LICENSE(\.txt)?|NOTICE|changelog\.md|dist|media|package(\.nls)?\.json|readme\.md)$/i;
    assert.deepEqual(
      (await names('.')).filter(name => !allowed.test(name)),
      [],
    );
  });

  it('wakes up when a Python file is opened', async () => {
    await open('train.py');
    await eventually('it is active', () => vscode.extensions.getExtension(EXTENSION)?.isActive, Boolean);
  });

  it('has registered every command that its manifest promises', async () => {
    const promised: { command: string }[] = vscode.extensions.getExtension(EXTENSION)?.packageJSON.contributes.commands;
    assert.ok(promised.length > 0);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      promised.map(({ command }) => command).filter(command => !registered.has(command)),
      [],
    );
  });
});
