import { readPython } from '../../src/core/references/python/readPython.ts';
import { randomFrom } from './random.ts';

/** A file in the manner of a training script: classes, functions, configuration, loaders here and there. */
export function longFile(lines: number): string {
  const blocks: string[] = [
    'import os\nimport argparse\nfrom dataclasses import dataclass, field\nimport torch\nfrom transformers import AutoModel, AutoTokenizer, pipeline\nfrom datasets import load_dataset\n',
  ];
  for (let i = 0; blocks.join('\n').split('\n').length < lines; i++) blocks.push(block(i));
  return blocks.join('\n').split('\n').slice(0, lines).join('\n');
}

function block(i: number): string {
  return `
MODEL_${i} = "team-${i % 7}/model-${i}"
CONFIG_${i} = {"model": MODEL_${i}, "batch": ${i}, "name": "run ${i}", "layers": [1, 2, 3, ${i}]}


@dataclass
class Arguments${i}:
    """Arguments of stage ${i}."""

    model_name_or_path: str = field(default="team-${i % 5}/base-${i}", metadata={"help": "the model"})
    learning_rate: float = 5e-5
    steps: int = ${i}


class Stage${i}:
    def __init__(self, args, name=MODEL_${i}, device="cuda"):
        self.args = args
        self.name = name
        self.model = AutoModel.from_pretrained(name, trust_remote_code=args.steps > ${i})
        self.tokenizer = AutoTokenizer.from_pretrained(args.model_name_or_path, revision="main")
        self.state = torch.load(os.path.join(args.output, f"state_{args.steps}.pt"), map_location=device)

    def forward(self, batch, mask=None):
        # attention over the batch, then the mean
        hidden = self.model(**batch, attention_mask=mask).last_hidden_state
        scores = torch.einsum("bld,bd->bl", hidden, hidden.mean(dim=1)) / (hidden.shape[-1] ** 0.5)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        weights = torch.softmax(scores, dim=-1)
        return [value.item() for value in weights.sum(dim=1) if value > 0.${i}]


def run_${i}(path="data/${i}.json", limit=${i}):
    rows = [row for row in load_dataset(CONFIG_${i}["model"], split="train") if row["length"] < limit]
    for index, row in enumerate(rows):
        print(f"{index}: {row['text'][:80]} -> {row.get('label', 'none')}")
    return rows
`;
}

const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;

const KEYS = ['a', 'x', '"', '(', ')', ' ', '\n', '.', '='];

export function keystrokeBench(lines: number, keystrokes: number) {
  const random = randomFrom(7);
  let text = longFile(lines);
  for (let i = 0; i < 3; i++) readPython(text);
  const full = Array.from({ length: 7 }, () => milliseconds(() => readPython(text))).sort((a, b) => a - b);
  let reading = readPython(text);
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < keystrokes; i++) {
    const at = Math.floor(random() * text.length);
    const key = KEYS[Math.floor(random() * KEYS.length)]!;
    const before = text;
    for (const next of [text.slice(0, at) + key + text.slice(at), before]) {
      text = next;
      times.push(
        milliseconds(() => {
          reading = readPython(next, reading);
        }),
      );
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  const processor = (user + system) / 1000 / times.length;
  times.sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(q => quantile(times, q)) as [number, number, number];
  return {
    lines,
    characters: text.length,
    full: quantile(full, 0.5),
    p50,
    p95,
    p99,
    processor,
    ratio: quantile(full, 0.5) / p50,
    references: reading.references.length,
  };
}

/** Prints what reading costs for a keystroke in a long Python file: `npm run bench -- keystroke [lines] [keystrokes]`. */
export function run([lines = '5000', keystrokes = '300']: readonly string[]): void {
  const r = keystrokeBench(Number(lines), Number(keystrokes));
  console.log(`${r.lines} lines, ${r.characters} characters, ${r.references} references`);
  console.log(`full parse and read: ${r.full.toFixed(1)} ms (median)`);
  console.log(
    `keystroke: p50 ${r.p50.toFixed(2)} ms, p95 ${r.p95.toFixed(2)} ms, p99 ${r.p99.toFixed(2)} ms; processor time ${r.processor.toFixed(2)} ms (mean)`,
  );
  console.log(`full : keystroke = ${r.ratio.toFixed(1)} : 1`);
}
