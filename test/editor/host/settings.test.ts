import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventuallyMarks, write } from './inEditor.ts';

const TYPO = 'EleuterAI/pythia-160m';
const MARK = `2 warning lookalike-publisher ${TYPO}`;
const CODE = `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${TYPO}")\n`;

const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('modelTrust').update(name, value, vscode.ConfigurationTarget.Workspace);

describe('settings', () => {
  let document: vscode.TextDocument;
  const marksBecome = (...expected: string[]) =>
    eventuallyMarks(document, `the marks are [${expected}]`, marks => marks.join() === expected.join());

  beforeEach(async () => {
    document = await write(CODE);
    await marksBecome(MARK);
  });

  afterEach(async () => {
    for (const name of ['rules', 'enable', 'exclude', 'ignored']) await set(name, undefined);
    await marksBecome(MARK);
  });

  it('change the severity of a rule at once', async () => {
    await set('rules', { 'lookalike-publisher': 'error' });
    await marksBecome(MARK.replace('warning', 'error'));
  });

  it('switch a rule off', async () => {
    await set('rules', { 'lookalike-publisher': 'off' });
    await marksBecome();
  });

  it('switch everything off', async () => {
    await set('enable', false);
    await marksBecome();
  });

  it('leave files out', async () => {
    await set('exclude', [vscode.workspace.asRelativePath(document.uri)]);
    await marksBecome();
  });

  it('ignore a model everywhere', async () => {
    await set('ignored', { [TYPO.toLowerCase()]: ['*'] });
    await marksBecome();
  });
});
