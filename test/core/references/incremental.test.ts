import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PythonReading, readPython } from '../../../src/core/references/python/readPython.ts';
import { statementStarts } from '../../../src/core/syntax/pythonChunks.ts';
import { parsePython } from '../../../src/core/syntax/pythonTree.ts';

/** Every way in which one statement can reach another: constants, wrappers, classes, fields, options, entries, aliases. */
const PROGRAM = `import os, argparse, pickle, torch
from transformers import AutoModel
from transformers import AutoTokenizer as Tok
from huggingface_hub import hf_hub_download, snapshot_download as fetch

MODEL = "google/gemma-2b"
REVISION = "v1"
OUT = "outputs"
CONFIG = {"model": "google/gemma-7b"}
CONFIG["other"] = "facebook/opt-125m"
options = {"trust_remote_code": True}
path = hf_hub_download(MODEL, "x.bin")

class Base:
    checkpoint = "facebook/opt-350m"

class Arguments:
    name: str = "facebook/opt-1.3b"

class Flags:
    flag = True

class Runner(Base):
    loader = AutoModel.from_pretrained

    def __init__(self, args, name=MODEL):
        self.name = name
        self.model = AutoModel.from_pretrained(args.name, trust_remote_code=Flags.flag)
        self.state = torch.load(path, weights_only=False)

    def run(self):
        return AutoModel.from_pretrained(self.checkpoint), Tok.from_pretrained(self.name, revision=REVISION)

class Loading:
    def __init__(self, source):
        self.net = AutoModel.from_pretrained(source)

class Small(Loading):
    def __init__(self):
        super().__init__("google/electra-small")

def load(name, revision=REVISION, **kwargs):
    return AutoModel.from_pretrained(name, revision=revision, **options)

def chosen():
    return "bigscience/bloom"

parser = argparse.ArgumentParser()
parser.add_argument("--base-model", default="EleutherAI/pythia-70m")
args = parser.parse_args()

load("google/mt5-small", revision="abc")
load(CONFIG["model"])
load(CONFIG["other"])
AutoModel.from_pretrained(args.base_model)
AutoModel.from_pretrained(chosen())
AutoModel.from_pretrained("outputs/last")
Runner(args, name="google/flan-t5-small")
obtain = AutoModel.from_pretrained
obtain("google/t5-small")
os.makedirs(OUT)
os.system(f"hf download {MODEL}")
with open(path, "rb") as file:
    state = pickle.load(file)
# https://huggingface.co/google/flan-t5
`;

const lines = PROGRAM.split('\n');

type Edit = (text: string, at: number) => string;

const swap =
  (from: string | RegExp, to: string): Edit =>
  text =>
    text.replace(from, to);

const atLine =
  (change: (all: string[], line: number) => void): Edit =>
  (text, at) => {
    const all = text.split('\n');
    change(all, Math.floor(at * all.length));
    return all.join('\n');
  };

/** Edits that change what the rest of the program can see. */
const WORLD: readonly Edit[] = [
  swap('MODEL =', 'OTHER ='),
  swap('OTHER =', 'MODEL ='),
  swap('"google/gemma-2b"', '"google/gemma-3-1b"'),
  swap('import AutoModel\n', 'import AutoTokenizer\n'),
  swap(/^from transformers import AutoModel\n/m, ''),
  swap('AutoTokenizer as Tok', 'AutoTokenizer'),
  swap(/^/, 'from modelscope import AutoModel\n'),
  swap('def load(name, revision', 'def load(revision, name'),
  swap('def load(name', 'def load(identifier'),
  swap('def load(', 'def __init__('),
  swap('class Base', 'class Basis'),
  swap('class Arguments', 'class Options'),
  swap('class Loading', 'class Small'),
  swap('class Small(Loading)', 'class Small(Base, Loading)'),
  swap(', Loading)', ')'),
  swap('super().__init__', 'super().begin'),
  swap('self.name = name', 'self.label = name'),
  swap('name: str', 'label: str'),
  swap('flag = True', 'flag = False'),
  swap('"--base-model"', '"--model"'),
  swap('"--model"', '"--base-model"'),
  swap('return "bigscience/bloom"', 'return None'),
  swap('CONFIG["other"]', 'CONFIG["third"]'),
  swap('{"model"', '{"tokenizer"'),
  swap('options = {', 'options = {"revision": "main", '),
  swap('path = hf_hub_download', 'path = print'),
  swap('path = print', 'path = hf_hub_download'),
  swap('OUT = "outputs"', 'OUT = "runs"'),
  swap('loader = ', 'make = '),
  swap('obtain = ', 'obtained = '),
  swap(/$/, '\ndef load(model): return AutoModel.from_pretrained(model)'),
  swap(/$/, '\nwget.download(u, "x"); torch.load("x")'),
  text => `class Wrapped:\n${text.replace(/^(?=.)/gm, '    ')}`,
  text => text.replace(/^ {4}/gm, '').replace('class Wrapped:\n', ''),
  atLine((all, line) => all.splice(line, 1)),
  atLine((all, line) => all.splice(line, 0, ...all.slice(line, line + 2))),
  atLine((all, line) => all.splice(line, 0, ...all.splice(all.length - 1 - line, 1))),
  atLine((all, line) => all.splice(line, 0, '')),
  atLine((all, line) => all.splice(line, 0, lines[(line * 7) % lines.length]!)),
  atLine((all, line) => {
    all[line] = `    ${all[line]}`;
  }),
  (text, at) => {
    const place = Math.floor(at * text.length);
    return text.slice(0, place) + '"(@\n\\#='[place % 7] + text.slice(place);
  },
  (text, at) => text.slice(0, Math.floor(at * text.length)),
  () => PROGRAM,
];

const edits = fc.array(
  fc.record({ edit: fc.nat(WORLD.length - 1), at: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
  { minLength: 1, maxLength: 8 },
);

const found = ({ references, codeHazards }: PythonReading) => ({ references, codeHazards });

test('the program reaches across its statements', () => {
  const ids = new Set(readPython(PROGRAM).references.map(each => each.id));
  for (const id of PROGRAM.match(/(?:google|facebook|bigscience|EleutherAI)\/[\w.-]+/g)!) expect(ids).toContain(id);
});

test.each(WORLD.map((edit, index) => [index, edit] as const))(
  'edit %i reads as if afresh, there and back',
  (_, edit) => {
    const text = edit(PROGRAM, 0.4);
    expect(found(readPython(text, readPython(PROGRAM)))).toEqual(found(readPython(text)));
    expect(found(readPython(PROGRAM, readPython(text)))).toEqual(found(readPython(PROGRAM)));
  },
);

test('any series of edits reads as if afresh, also on top of a reading that was left', () => {
  fc.assert(
    fc.property(edits, series => {
      let text = PROGRAM;
      let reading = readPython(text);
      const first = reading;
      for (const { edit, at } of series) {
        text = WORLD[edit]!(text, at);
        reading = readPython(text, reading);
        expect(found(reading)).toEqual(found(readPython(text)));
      }
      expect(found(readPython(text, first))).toEqual(found(reading));
    }),
    { numRuns: 150 },
  );
});

describe('a field of many classes', () => {
  const owners = (count: number) =>
    Array.from({ length: count }, (_, i) => `class C${i}:\n    base = "team/model-${i}"\n`);
  const program = (count: number, more = '') =>
    `from transformers import AutoModel\n${owners(count).join('\n')}\nAutoModel.from_pretrained(given.base)\n${more}`;

  test.each([0, 1, 6, 7, 8, 9, 10, 11, 20])('is read as if afresh when their number becomes %i', after => {
    for (const before of [1, 7, 8, 9, 10, 20]) {
      expect(found(readPython(program(after), readPython(program(before))))).toEqual(found(readPython(program(after))));
    }
    const nested = program(8, 'class D:\n    class E:\n        base = "google/mt5-base"\n');
    expect(found(readPython(program(after), readPython(nested)))).toEqual(found(readPython(program(after))));
    expect(found(readPython(nested, readPython(program(after))))).toEqual(found(readPython(nested)));
  });

  test('tells nothing, so that an edit in one of them links none but itself', () => {
    const before = readPython(program(20));
    expect(readPython(program(3)).references).toHaveLength(3);
    expect(before.references).toEqual([]);
    const after = readPython(program(20).replace('model-4"', 'model-5"'), before);
    const known = new Set(before.linked.links);
    expect(after.linked.links.filter(each => !known.has(each))).toHaveLength(1);
  });
});

test('a reading keeps no version of the text but its own', () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const long = `import torch\n# ${'all of it is kept for each piece of it '.repeat(5000)}\n`;
  const program = (changed: number) =>
    long +
    Array.from({ length: 100 }, (_, i) => `state = torch.load("${i < changed ? 'b' : 'a'}.pt", ${i})\n`).join('');
  let reading = readPython(program(0));
  const before = used();
  for (let changed = 1; changed <= 100; changed++) reading = readPython(program(changed), reading);
  expect(used() - before).toBeLessThan(20 * long.length);
  expect(reading.codeHazards).toHaveLength(100);
});

describe('statements', () => {
  const noise = fc.array(
    fc.constantFrom(
      'x = 1\n',
      'def f(\n',
      '@a\n',
      'class A:\n',
      '    y\n',
      '"""',
      '(',
      ')',
      '\\',
      '\n',
      'else = 2\n',
      '#',
    ),
    { maxLength: 25 },
  );

  test('are cut where a fresh reading cuts them', () => {
    fc.assert(
      fc.property(noise, noise, noise, noise, (head, old, now, tail) => {
        const [before, after] = [old, now].map(middle => [...head, ...middle, ...tail].join(''));
        const starts = parsePython(after!, parsePython(before!)).chunks.map(chunk => chunk.start);
        expect(starts).toEqual(statementStarts(after!));
      }),
      { numRuns: 1000 },
    );
  });

  test('that stay the same are the same objects', () => {
    const before = parsePython(PROGRAM);
    const after = parsePython(PROGRAM.replace('REVISION = "v1"', 'REVISION = "v2"'), before);
    const fresh = after.chunks.filter(({ statement }) => !before.chunks.some(each => each.statement === statement));
    expect(fresh.map(({ statement }) => statement.text)).toEqual(['REVISION = "v2"\n']);
  });

  test('with a constructor of another family leave the rest alone', () => {
    const family = (id: string) =>
      `class Other(Elsewhere):\n    def __init__(self):\n        super().__init__("${id}")\n`;
    const before = readPython(PROGRAM + family('google/a'));
    const after = readPython(PROGRAM + family('google/b'), before);
    const asked = new Set(before.linked.links.map(each => each.asked));
    expect(after.linked.links.filter(each => !asked.has(each.asked))).toHaveLength(1);
  });

  test('only those that ask for what changed are linked again', () => {
    const before = readPython(PROGRAM);
    const after = readPython(PROGRAM.replace('REVISION = "v1"', 'REVISION = "v2"'), before);
    const asked = new Set(before.linked.links.map(each => each.asked));
    const again = after.linked.links.filter(each => !asked.has(each.asked)).length;
    expect(again).toBeGreaterThan(1);
    expect(again).toBeLessThan(after.linked.links.length / 3);
  });
});
