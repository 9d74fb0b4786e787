import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsOf, eventuallyMarks, open, pause, replace, write } from './inEditor.ts';

const HIDDEN_ADDRESS = 'aHR0cHM6Ly9wYXN0ZS5leGFtcGxlLmludmFsaWQvYi8wMDAw';
const RUN = 'subprocess.run(["powershell", "-WindowStyle", "Hidden", "-Command", command])';

/** Every mark of the demo workspace, file by file. What is not listed is not marked. */
const EXPECTED: Record<string, string[]> = {
  'train.py': ['4 information known-malicious EleuterAI/gpt-j-6B', '4 warning lookalike-publisher EleuterAI/gpt-j-6B'],
  'app/pipeline.py': [
    '6 error known-malicious Open-OSS/privacy-filter',
    '7 error known-malicious anthfu/DeepSeek-V4-Pro',
  ],
  'legacy_eval.py': ['8 warning unsafe-load torch.load', '10 information remote-code triage-team/legacy-scorer'],
  'models/privacy-filter/README.md': [
    '15 error loader-instructions start.bat',
    '15 warning privileged-instructions run `start.bat` as administrator',
    '19 error known-malicious Open-OSS/privacy-filter',
    '21 error loader-instructions python loader.py',
    '24 warning privileged-instructions antivirus complains, disable it',
  ],
  'models/privacy-filter/start.bat': [
    '4 error malicious-script Add-MpPreference -Exclusion',
    '5 error malicious-script iwr https://files.example.invalid/update.bat',
    '5 error malicious-script powershell -WindowStyle Hidden',
  ],
  'models/privacy-filter/loader.py': [
    '9 error known-malicious Open-OSS/privacy-filter',
    `11 error malicious-script "${HIDDEN_ADDRESS}"`,
    `14 error malicious-script ${RUN}`,
    `14 error malicious-script ${RUN}`,
  ],
  'scripts/download.sh': [
    '7 information known-malicious EleuterAI/gpt-j-6B',
    '7 warning lookalike-publisher EleuterAI/gpt-j-6B',
  ],
};

describe('diagnostics', () => {
  for (const [path, expected] of Object.entries(EXPECTED)) {
    it(`marks ${path}`, async () => {
      const document = await open(path);
      const marks = await eventuallyMarks(document, `${path} has its marks`, ({ length }) => length >= expected.length);
      assert.deepEqual(marks, expected);
    });
  }

  it('tells in a sentence what is meant, and links to the rule', async () => {
    const document = await open('train.py');
    await eventuallyMarks(document, 'it is marked', ({ length }) => length > 0);
    const [diagnostic] = diagnosticsOf(document.uri);
    assert.match(diagnostic!.message, /EleutherAI/);
    const { code } = diagnostic!;
    assert.ok(typeof code === 'object', 'the code is a link');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# .*lookalike-publisher/m);
  });

  it('leaves a file of honest models alone', async () => {
    const document = await write(`
from transformers import pipeline
pipeline("text-generation", model="EleuterAI/pythia-160m")
pipeline("text-generation", model="meta-llama/Llama-3.1-8B-Instruct")
pipeline("text-generation", model="Qwen/Qwen2.5-7B-Instruct")
pipeline("text-generation", model="some-new-lab/their-first-model")
`);
    const marks = await eventuallyMarks(document, 'the one bad line is marked', ({ length }) => length > 0);
    assert.deepEqual(marks, ['3 warning lookalike-publisher EleuterAI/pythia-160m']);
  });

  it('marks what is typed, and unmarks what is mended', async () => {
    const document = await write('from transformers import AutoModel\n');
    const end = new vscode.Position(1, 0);
    await replace(document, new vscode.Range(end, end), 'AutoModel.from_pretrained("EleuterAI/pythia-160m")\n');
    await eventuallyMarks(document, 'it is marked', ({ length }) => length === 1);
    await replace(document, new vscode.Range(1, 0, 2, 0), 'AutoModel.from_pretrained("EleutherAI/pythia-160m")\n');
    await eventuallyMarks(document, 'the mark is gone', ({ length }) => length === 0);
  });

  it('never goes back to an older text while somebody types', async () => {
    const document = await write(
      'from transformers import AutoModel\nAutoModel.from_pretrained("EleuterAI/pythia-160m")\n',
    );
    await eventuallyMarks(document, 'it is marked', ({ length }) => length === 1);
    const lines: number[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some(uri => uri.toString() === document.uri.toString())) return;
      lines.push(...diagnosticsOf(document.uri).map(({ range }) => range.start.line));
    });
    const top = new vscode.Range(0, 0, 0, 0);
    for (let i = 0; i < 40; i++) {
      await replace(document, top, '# a line more\n');
      await pause(i % 4 === 0 ? 120 : 5);
    }
    await eventuallyMarks(document, 'the mark has come along', marks => marks[0]?.startsWith('42 ') ?? false);
    await pause(500);
    listening.dispose();
    assert.deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
      'every publication speaks of a text at least as new as the one before',
    );
    assert.equal(lines.at(-1), 41);
    assert.equal(diagnosticsOf(document.uri).length, 1);
  });
});
