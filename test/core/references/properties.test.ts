import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/document.ts';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { type Reading, readReferences } from '../../../src/core/references/readReferences.ts';
import { processorTime } from '../../support/processorTime.ts';

const PYTHON = `import os
from transformers import AutoModel, pipeline
from datasets import load_dataset

MODEL = "google/gemma-2b"
CONFIG = {"tokenizer": "google/gemma-7b", "size": [1, 2, (3, 4)]}


@dataclass
class Arguments:
    """See https://huggingface.co/google/flan-t5."""

    name: str = field(default="facebook/opt-125m", metadata={"help": "x"})


class Runner:
    def __init__(self, args: Arguments, revision="v1"):
        self.model = AutoModel.from_pretrained(args.name, revision=revision, trust_remote_code=True)
        self.other = AutoModel.from_pretrained(CONFIG["tokenizer"])

    def run(self, text):
        for row in load_dataset("rajpurkar/squad", split="train"):
            print(f"{row['question']}: {self.model(text)[0]:.2f}")
        return torch.load("x.pt")


def main():
    pipe = pipeline("text-generation", model=MODEL)
    os.system("hf download google/mt5-small --local-dir x")
    return pipe


if __name__ == "__main__":
    main()
`;

const SHELL = `#!/bin/bash
set -e
MODEL="google/gemma-2b"
hf download google/gemma-7b --revision v1 \\
  --local-dir out
vllm serve "$MODEL" --trust-remote-code > log.txt 2>&1 &
python - <<'EOF'
from transformers import AutoModel
AutoModel.from_pretrained("facebook/opt-125m")
EOF
git clone https://huggingface.co/google/flan-t5
`;

const MARKDOWN = `---
base_model: google/gemma-2b
datasets:
- rajpurkar/squad
---
# Model

See [card](https://huggingface.co/google/flan-t5).

> \`\`\`python
> AutoModel.from_pretrained("facebook/opt-125m")
> \`\`\`

\`\`\`bash
hf download google/gemma-7b
\`\`\`
`;

const NOTEBOOK = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', source: ['See "https://huggingface.co/google/flan-t5"\n'] },
      { cell_type: 'code', source: ['!hf download google/gemma-7b\n', 'name = "facebook/opt-125m"\n'] },
      { cell_type: 'code', source: 'AutoModel.from_pretrained(name)\ntorch.load("a.pt")' },
    ],
    metadata: {},
    nbformat: 4,
  },
  undefined,
  1,
);

const RUST = `use hf_hub::{api::sync::Api, Repo, RepoType};
const MODEL: &str = "google/gemma-2b";

#[derive(Parser)]
struct Args {
    #[arg(long, default_value = "google/gemma-7b")]
    model_id: String,
}

fn load(args: Args, which: Which) -> Result<()> {
    let api = Api::new()?;
    let (repo, file) = match which {
        Which::Small => ("facebook/opt-125m", "a.bin"),
        _ => (MODEL, r#"b.bin"#),
    };
    api.model(repo.to_string()).get(file)?; // https://huggingface.co/google/flan-t5
    api.repo(Repo::with_revision(args.model_id.clone(), RepoType::Model, "main".into()));
    Ok(())
}
`;

const GO = `package main

import "github.com/knights-analytics/hugot"

const model = "google/gemma-2b"

var all = []string{"google/gemma-7b", "facebook/opt-125m"}

func main() {
	hugot.DownloadModel(ctx, model, "./models", opts) // https://huggingface.co/google/flan-t5
	for _, each := range all {
		hugot.DownloadModel(each, \`./models\`, opts)
	}
}
`;

const JAVA = `import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
class A {
    static final String ID = "google/gemma-2b";
    Object a = HuggingFaceTokenizer.newInstance(ID);
    Object b = Criteria.builder().optModelUrls("djl://ai.djl.huggingface.pytorch/google/gemma-7b").build();
    /* https://huggingface.co/google/flan-t5 */
}
`;

const CSHARP = `var o = new Options { HuggingFaceRepoId = "google/gemma-2b", Size = 'x' };
builder.AddHuggingFaceTextGeneration(model: @"google/gemma-7b", endpoint: $"{host}/x");
// https://huggingface.co/google/flan-t5
`;

const SWIFT = `import Hub
let id: String = "google/gemma-2b"
let a = ModelConfiguration(id: id, defaultPrompt: """
  text "x"
  """)
let b = Hub.Repo(id: "google/gemma-7b", type: .models)
let c = try await AutoTokenizer.from(pretrained: "facebook/opt-125m")
`;

const SAMPLES: readonly (readonly [Language, string])[] = [
  ['python', PYTHON],
  ['shell', SHELL],
  ['markdown', MARKDOWN],
  ['notebook', NOTEBOOK],
  ['rust', RUST],
  ['go', GO],
  ['java', JAVA],
  ['csharp', CSHARP],
  ['swift', SWIFT],
];

const read = (language: Language, text: string, previous?: Reading) =>
  readReferences({ path: 'x', language, text }, previous);

function expectSound(text: string, { references, codeHazards }: Reading): void {
  let before = 0;
  for (const { id, span } of references) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.start).toBeGreaterThanOrEqual(before);
    before = span.start;
    const written = text.slice(span.start, span.end);
    if (!/[\\'"%\n$]/.test(written)) expect(written).toBe(id);
  }
  for (const { span } of codeHazards) expect(span.end).toBeLessThanOrEqual(text.length);
}

/** What typing does to a text: something put in, something taken out, a line cut short. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 30 }),
  typed: fc.oneof(
    fc.constantFrom(
      '"',
      "'",
      '(',
      ')',
      '[',
      '{',
      '"""',
      '\n',
      '\\',
      '#',
      ' ',
      'x',
      '=',
      '```',
      '$(',
      '<<EOF',
      '\u00e9',
      '😀',
      '@',
    ),
    fc.string({ maxLength: 5 }),
  ),
});

const damaged = (text: string, { at, length, typed }: { at: number; length: number; typed: string }) => {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + typed + text.slice(start + length);
};

describe.each(SAMPLES)('%s', (language, sample) => {
  test('the sample itself has findings', () => {
    expect(read(language, sample).references.length).toBeGreaterThanOrEqual(3);
    expectSound(sample, read(language, sample));
  });

  test('garbage is read without a word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), text => expectSound(text, read(language, text))),
      { numRuns: 300 },
    );
  });

  test('damage keeps spans true', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), all => {
        const text = all.reduce(damaged, sample);
        expectSound(text, read(language, text));
      }),
      { numRuns: 300 },
    );
  });

  test('a series of edits, each read on top of the last, ends where a fresh reading does', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), all => {
        let text = sample;
        let reading = read(language, text);
        for (const one of all) {
          text = damaged(text, one);
          reading = read(language, text, reading);
        }
        const fresh = read(language, text);
        expect(reading.references).toEqual(fresh.references);
        expect(reading.codeHazards).toEqual(fresh.codeHazards);
      }),
      { numRuns: 200 },
    );
  });
});

test('half-typed Python keeps the findings of the other statements', () => {
  const lines = PYTHON.split('\n');
  const all = readPython(PYTHON).references.map(each => each.id);
  let kept = 0;
  let expected = 0;
  lines.forEach((line, index) => {
    for (const cut of [line.slice(0, Math.floor(line.length / 2)), line.replace(')', ''), line.replace('"', '')]) {
      if (cut === line || /^(?:MODEL|CONFIG|from|import|class)|__init__|args|field/.test(line)) continue;
      const found = new Set(
        readPython([...lines.slice(0, index), cut, ...lines.slice(index + 1)].join('\n')).references.map(
          each => each.id,
        ),
      );
      const others = all.filter(id => !line.includes(id) && !/\bMODEL\b|CONFIG/.test(line));
      expected += others.length;
      kept += others.filter(id => found.has(id)).length;
    }
  });
  expect(expected).toBeGreaterThan(100);
  expect(kept / expected).toBeGreaterThan(0.95);
});

test('deep nesting and long lines end in time', () => {
  const deep = `${'('.repeat(20_000)}AutoModel.from_pretrained("a/b")`;
  const long = `x = [${'"a/b", '.repeat(50_000)}]\nAutoModel.from_pretrained(x)`;
  for (const [language, text] of [
    ['python', deep],
    ['python', long],
    ['shell', `hf download ${'$('.repeat(20_000)}`],
    ['markdown', `${'> '.repeat(5_000)}\`\`\`\n${'['.repeat(20_000)} https://hf.co/a/b`],
  ] as const) {
    expect(processorTime(() => read(language, text))).toBeLessThan(15_000);
  }
});
