import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomFrom } from './random.ts';

/** Writes a file's text: `holds`: with a reference to a repo in it, else without any. */
type Maker = (random: () => number, holds: boolean) => string;

const WORDS =
  'account batch buffer cache client config context count cursor data default entry event factory field file filter format group handler header index input item job key label layer limit line list loader logger manager map message method metric mode module name node number object offset option order output page parser path payload pool prefix process query queue range reader record region request result route rule sample schema scope score section server session setting signal size source stage state status step store stream string table target task template text thread timer token total trace tree type unit update user value vector version view window worker writer'.split(
    ' ',
  );

const pick = <T>(random: () => number, choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
const word = (random: () => number) => pick(random, WORDS);
const id = (random: () => number) => `team-${Math.floor(random() * 40)}/${word(random)}-${Math.floor(random() * 90)}b`;
const sentence = (random: () => number, length = 14) =>
  `${Array.from({ length }, () => word(random)).join(' ')}.`.replace(/^./, first => first.toUpperCase());

/** As many blocks as a file of real size has: half of all files are under 3 KB, a few reach 60 KB. */
function blocks(random: () => number, block: (random: () => number, index: number) => string): string[] {
  const count = Math.ceil(2 + 45 * random() ** 4);
  return Array.from({ length: count }, (_, index) => block(random, index));
}

/** Blocks with `special` among them where the file holds a reference. */
function mixed(random: () => number, holds: boolean, block: (random: () => number) => string, special: string): string {
  const all = blocks(random, block);
  if (holds) all.splice(Math.floor(random() * all.length), 0, special);
  return all.join('\n');
}

const pythonBlock = (r: () => number) => `
def ${word(r)}_${word(r)}(self, ${word(r)}, ${word(r)}=None):
    """${sentence(r)}"""
    if ${word(r)} is None:
        ${word(r)} = self.${word(r)}.get("${word(r)}", ${Math.floor(r() * 99)})
    for index, ${word(r)} in enumerate(self.${word(r)}_${word(r)}):
        self.${word(r)}[index] = ${word(r)}.${word(r)}(${word(r)}, "${word(r)} ${word(r)}")  # ${sentence(r, 6)}
    return {"${word(r)}": ${word(r)}, "${word(r)}": self.${word(r)}}
`;

const braceBlock = (r: () => number) => `
  /** ${sentence(r)} */
  ${word(r)}${word(r)}(${word(r)}, ${word(r)}) {
    const ${word(r)} = this.${word(r)}.${word(r)}("${word(r)}");
    if (${word(r)} == ${Math.floor(r() * 99)}) { return ${word(r)}.${word(r)}(${word(r)} + 1); }
    for (let i = 0; i < ${word(r)}.length; i++) { this.${word(r)}[i] += ${word(r)}; }
  }
`;

const proseBlock = (r: () => number) =>
  `## ${word(r)} ${word(r)}\n\n${sentence(r, 40)} ${sentence(r, 25)}\n\n- ${sentence(r)}\n- [${word(r)}](https://example.org/${word(r)})\n${r() < 0.4 ? `\n\`\`\`bash\nmake ${word(r)} --${word(r)}=${word(r)}\n./${word(r)}.sh ${word(r)}\n\`\`\`\n` : ''}`;

const yamlBlock = (r: () => number) =>
  `${word(r)}-${Math.floor(r() * 999)}:\n  ${word(r)}: ${word(r)}\n  model: ${word(r)}\n  ${word(r)}s:\n    - name: ${word(r)}\n      ${word(r)}: ${Math.floor(r() * 99)}\n`;

const jsonRow = (r: () => number) =>
  `  "${word(r)}${Math.floor(r() * 1e6)}": { "name": "${word(r)}", "model": "${word(r)}", "${word(r)}": [${Math.floor(r() * 99)}, true, "${sentence(r, 5)}"] },`;

const shellBlock = (r: () => number) =>
  `# ${sentence(r)}\nif [ -f "$${word(r).toUpperCase()}" ]; then\n  ./${word(r)} --${word(r)} "${word(r)}" | grep ${word(r)} > ${word(r)}.txt\nfi\n`;

const notebook = (r: () => number, holds: boolean) =>
  JSON.stringify({
    cells: blocks(r, () => '').map((_, index) => ({
      cell_type: index % 3 ? 'code' : 'markdown',
      metadata: {},
      outputs: [{ output_type: 'display_data', data: { 'image/png': 'iVBORw0KGgo'.repeat(500) } }],
      source: (index % 3
        ? `${holds && index === 1 ? `model = AutoModel.from_pretrained("${id(r)}")\n` : ''}${pythonBlock(r)}`
        : proseBlock(r)
      ).split(/(?<=\n)/),
    })),
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  });

/** Of a hundred files, how many are of which kind, as repositories around machine learning have them. */
export const KINDS: readonly (readonly [share: number, name: string, make: Maker])[] = [
  [34, '.py', (r, h) => mixed(r, h, pythonBlock, `model = AutoModel.from_pretrained("${id(r)}", revision="main")\n`)],
  [9, '.ts', (r, h) => mixed(r, h, braceBlock, `const pipe = await pipeline("text-generation", "${id(r)}");\n`)],
  [5, '.tsx', (r, h) => mixed(r, h, braceBlock, `<a href="https://huggingface.co/${id(r)}">model</a>\n`)],
  [5, '.js', (r, h) => mixed(r, h, braceBlock, `const model = await AutoModel.from_pretrained("${id(r)}");\n`)],
  [12, '.md', (r, h) => mixed(r, h, proseBlock, `\`\`\`bash\nhf download ${id(r)}\n\`\`\`\n`)],
  [6, '.yaml', (r, h) => mixed(r, h, yamlBlock, `run:\n  base_model: ${id(r)}\n`)],
  [6, '.json', (r, h) => `{\n${mixed(r, h, jsonRow, `  "model_name_or_path": "${id(r)}",`)}\n  "end": 0\n}\n`],
  [1, '.toml', (r, h) => mixed(r, h, q => `[${word(q)}]\n${word(q)} = "${word(q)}"\n`, `base_model = "${id(r)}"\n`)],
  [3, '.sh', (r, h) => mixed(r, h, shellBlock, `vllm serve ${id(r)} --revision main\n`)],
  [2, '.rs', (r, h) => mixed(r, h, braceBlock, `let repo = api.model("${id(r)}".to_string());\n`)],
  [3, '.go', (r, h) => mixed(r, h, braceBlock, `// https://huggingface.co/${id(r)}\n`)],
  [3, '.java', (r, h) => mixed(r, h, braceBlock, `// https://huggingface.co/${id(r)}\n`)],
  [4, '.cpp', (r, h) => mixed(r, h, braceBlock, `// https://huggingface.co/${id(r)}\n`)],
  [2, '.html', (r, h) => mixed(r, h, proseBlock, `<a href="https://huggingface.co/${id(r)}">model</a>\n`)],
  [1, '.ipynb', notebook],
  [1, '.dockerfile', (r, h) => `FROM debian\n${mixed(r, h, q => `RUN ${word(q)}`, `RUN hf download ${id(r)}`)}\n`],
  [3, '.png', r => '\0'.repeat(20_000 * r())],
];

/** One in this many holds references. */
const HOLDS = 12;

/** Writes a tree of this many files, the same every time; the path of each tells nothing of its content. */
export function writeSourceTree(folder: string, files: number): void {
  const random = randomFrom(20);
  const kinds = KINDS.flatMap(([share, ...kind]) => Array.from({ length: share }, () => kind));
  let inside = folder;
  for (let i = 0; i < files; i++) {
    if (i % 25 === 0) {
      inside = join(folder, `${word(random)}${i % 40}`, `${word(random)}${i}`);
      mkdirSync(inside, { recursive: true });
    }
    const [ending, make] = pick(random, kinds);
    const path = join(inside, `${word(random)}_${i}${ending}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, make(random, i % HOLDS === 0));
  }
  writeFileSync(join(folder, '.gitignore'), '*.log\n/build/\n__pycache__/\n*.egg-info/\n');
}
