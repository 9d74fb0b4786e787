import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventuallyMarks, open } from './inEditor.ts';

const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('modelTrust').update(name, value, vscode.ConfigurationTarget.Workspace);

const marked = async () => {
  const document = await open('train.py');
  await eventuallyMarks(document, 'it is marked', ({ length }) => length === 1);
  return document;
};

describe('settings', () => {
  afterEach(async () => {
    for (const name of ['rules', 'enable', 'exclude']) await set(name, undefined);
    await marked();
  });

  it('change the severity of a rule at once', async () => {
    const document = await marked();
    await set('rules', { 'lookalike-publisher': 'error' });
    await eventuallyMarks(
      document,
      'it is an error',
      marks => marks[0] === '4 error lookalike-publisher EleuterAI/gpt-j-6B',
    );
  });

  it('switch a rule off', async () => {
    const document = await marked();
    await set('rules', { 'lookalike-publisher': 'off' });
    await eventuallyMarks(document, 'nothing is marked', ({ length }) => length === 0);
  });

  it('switch everything off', async () => {
    const document = await marked();
    await set('enable', false);
    await eventuallyMarks(document, 'nothing is marked', ({ length }) => length === 0);
  });

  it('leave files out', async () => {
    const document = await marked();
    await set('exclude', ['train.py']);
    await eventuallyMarks(document, 'nothing is marked', ({ length }) => length === 0);
  });
});
