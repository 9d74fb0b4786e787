import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsOf, eventually, ruleOf, workspaceFile } from './inEditor.ts';

const rulesIn = (path: string): string[] => [...new Set(diagnosticsOf(workspaceFile(path)).map(ruleOf))].sort();

describe('the scan of the workspace', () => {
  it('finds what lies in files that nobody has opened', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('modelTrust.scanWorkspace');
    await eventually(
      'the campaign model is found',
      () => rulesIn('app/pipeline.py'),
      rules => rules.includes('known-malicious'),
    );
    await eventually(
      'the script is found',
      () => rulesIn('scripts/download.sh'),
      rules => rules.includes('lookalike-publisher'),
    );
    await eventually(
      'the model card is found',
      () => rulesIn('models/privacy-filter/README.md'),
      ({ length }) => length > 0,
    );
    assert.deepEqual(rulesIn('README.md'), []);
    assert.deepEqual(rulesIn('requirements.txt'), []);
  });
});
