import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { numberOf } from './hashes.ts';
import type { RepoEntry, ScenarioInput } from './scenario.ts';

const POPULAR = fileURLToPath(new URL('../../../src/data/names/popular.tsv', import.meta.url));
const MOVED = fileURLToPath(new URL('../../../src/data/names/moved.tsv', import.meta.url));

const rowsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t') as [string, string, string]);

const DAY = 86_400_000;
const LISTED = 'src/data/names/popular.tsv: ids and 30-day counts of the Hub, 2025 and 2026';

/**
 * Honest repos for measures: real ids with their real download counts, and facts around them that such repos have. The
 * same number gives the same repos: `count` of them are spread evenly over popular and ordinary ids.
 */
export function manyHonest(count = 300, now = '2026-10-02T12:00:00Z'): ScenarioInput {
  const rows = rowsOf(POPULAR);
  const chosen = Array.from(
    { length: Math.min(count, rows.length) },
    (_, at) => rows[Math.floor((at * rows.length) / count)]!,
  );
  const ids = new Set(chosen.map(([id]) => id));
  const moves = rowsOf(MOVED).filter(([, to]) => ids.has(to));
  const owners = new Map<string, number>();
  for (const [id, downloads] of chosen) {
    const owner = id.split('/')[0]!;
    owners.set(owner, Math.max(owners.get(owner) ?? 0, Number(downloads)));
  }
  return {
    about: 'Honest repos by the hundred, made by a program.',
    now,
    unmarked: 'invented',
    sources: { listed: LISTED },
    publishers: [...owners].map(([name, most]) => ({
      name,
      type: most > 1_000_000 || numberOf(`${name} type`, 10) < 4 ? 'org' : 'user',
      created: before(now, ageOf(name)),
      followers: Math.round(Math.sqrt(most) * (0.2 + numberOf(`${name} followers`, 100) / 50)),
      models: 1 + numberOf(`${name} models`, 120),
      recorded: { listed: 'name' },
    })),
    repos: chosen.map(([id, downloads]) => honestRepo(id, Number(downloads), now)),
    moved: moves.map(([from, to]) => ({ from, to, kind: 'model' })),
  };
}

/** Days since the account was made: one in twelve is young, as honest people are too. */
const ageOf = (publisher: string) =>
  numberOf(`${publisher} young`, 12) === 0
    ? 40 + numberOf(`${publisher} age`, 160)
    : 400 + numberOf(`${publisher} age`, 1600);

const before = (now: string, days: number) => new Date(Date.parse(now) - days * DAY).toISOString();

function honestRepo(id: string, downloads: number, now: string): RepoEntry {
  const pick = (what: string, limit: number) => numberOf(`${id} ${what}`, limit);
  const name = id.split('/')[1]!;
  const quantised = /gguf|awq|gptq|mlx|-[48]bit|fp8/i.test(name);
  const custom = !quantised && pick('custom', 12) === 0;
  const oldPickle = !quantised && pick('pickle', 5) === 0;
  const weights = /gguf/i.test(name)
    ? { [`${name}.Q4_K_M.gguf`]: { size: 1_000_000_000 + pick('size', 9_000_000) * 1000 } }
    : oldPickle
      ? { 'pytorch_model.bin': { size: 400_000_000 + pick('size', 1_000_000) } }
      : { 'model.safetensors': { size: 400_000_000 + pick('size', 1_000_000) } };
  const config = custom
    ? { model_type: 'own', auto_map: { AutoModel: 'modeling_own.OwnModel' } }
    : { model_type: 'bert', architectures: ['BertModel'] };
  const created = 30 + pick('age', ageOf(id.split('/')[0]!) - 35);
  return {
    id,
    kind: 'model',
    honest: quantised ? 'quantiser' : custom ? 'custom-code' : downloads > 50_000 ? 'popular' : 'ordinary',
    created: before(now, created),
    lastModified: before(now, pick('changed', created)),
    likes: Math.round(Math.sqrt(downloads) / (1 + pick('likes', 12))),
    downloads,
    downloadsAllTime: downloads * (1 + pick('all', 30)),
    pipeline: 'text-generation',
    library: 'transformers',
    gated: pick('gated', 25) === 0 ? 'auto' : false,
    scansDone: pick('scanned', 6) !== 0,
    files: {
      'README.md': cardOf(id, { quantised, custom, odd: pick('card', 8) }),
      'config.json': JSON.stringify(config),
      ...(custom && {
        'modeling_own.py': { text: 'class OwnModel: ...\n', scan: pick('caution', 2) ? 'caution' : 'safe' },
      }),
      ...weights,
    },
    recorded: { listed: 'id downloads' },
  };
}

/** What cards say: how to load it, and at times how to install what the library needs. */
function cardOf(id: string, { quantised, custom, odd }: { quantised: boolean; custom: boolean; odd: number }): string {
  const base = quantised ? `base_model: some-lab/${id.split('/')[1]}\n` : '';
  const load = `\`\`\`python\nmodel = AutoModel.from_pretrained("${id}"${custom ? ', trust_remote_code=True' : ''})\n\`\`\``;
  const also = [
    'Install: `pip install -U transformers accelerate`.',
    'Build llama.cpp with `cmake -B build && cmake --build build`, then `./build/bin/llama-cli -m model.gguf`.',
    'Evaluate with `python eval.py --model .` from our GitHub repository.',
    `Serve it: \`docker run --gpus all vllm/vllm-openai --model ${id}\`.`,
  ][odd];
  return `---\nlicense: apache-2.0\n${base}---\n# ${id.split('/')[1]}\n\n${load}\n${also ? `\n${also}\n` : ''}`;
}
