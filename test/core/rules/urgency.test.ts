import { describe, expect, test } from 'vitest';
import { inTurn, type Named, type UrgentRepo, urgentRepos } from '../../../src/core/rules/urgency.ts';
import { shippedEngine } from '../../support/engine.ts';

const engine = shippedEngine();
const isListed = (id: string): boolean => engine.data.names.judge(id).listed;

/** What a file of these lines names, in the order in which it would be asked about. */
function asked(...files: readonly (readonly string[])[]): string[] {
  const urgent = files.map(lines => {
    const text = ['from transformers import AutoModel', ...lines].join('\n');
    const reading = engine.read({ path: 'a.py', language: 'python', text });
    return urgentRepos(reading.references, engine.judge(reading), isListed);
  });
  return inTurn(urgent).map(({ id }) => id);
}

const load = (id: string, more = ''): string => `AutoModel.from_pretrained("${id}"${more})`;
const link = (id: string): string => `# https://huggingface.co/${id}`;

describe('what is asked first', () => {
  test('is what something speaks against, then what is loaded and not in the index, then the rest', () => {
    expect(
      asked([
        link('openai/privacy-filter'),
        link('strangers/linked'),
        load('openai/privacy-filter'),
        load('strangers/loaded'),
        link('EleuterAI/gpt-j-6B'),
        load('strangers/with-code', ', trust_remote_code=True'),
        load('meta-Ilama/Llama-3.1-8B'),
      ]),
    ).toEqual([
      'strangers/with-code',
      'meta-Ilama/Llama-3.1-8B',
      'EleuterAI/gpt-j-6B',
      'strangers/loaded',
      'openai/privacy-filter',
      'strangers/linked',
      'openai/privacy-filter',
    ]);
  });

  test('is a copied name, though that alone is no more than a hint', () => {
    expect(asked([load('strangers/loaded'), load('strangers/privacy-filter')])[0]).toBe('strangers/privacy-filter');
  });

  test('is nothing that an advisory has decided, and nothing that only its line is told about', () => {
    const order = asked([
      load('Open-OSS/privacy-filter'),
      load('strangers/branch', ', revision="main"'),
      load('bert-base-uncased'),
      load('strangers/with-code', ', trust_remote_code=True'),
    ]);
    expect(order.slice(0, 2)).toEqual(['strangers/with-code', 'strangers/branch']);
  });

  test('is the same where a comment silences the finding', () => {
    const silenced = `${load('meta-Ilama/Llama-3.1-8B')}  # model-trust: ignore`;
    expect(asked([load('strangers/loaded'), silenced])[0]).toBe('meta-Ilama/Llama-3.1-8B');
  });
});

describe('among equals', () => {
  const decoys = (publisher: string) => Array.from({ length: 300 }, (_, n) => load(`${publisher}/model-${n}`));

  test('the files take turns', () => {
    expect(asked(decoys('made-up'), [load('strangers/loaded'), load('strangers/other')]).slice(0, 4)).toEqual([
      'made-up/model-0',
      'strangers/loaded',
      'made-up/model-1',
      'strangers/other',
    ]);
  });

  test('and in a file the publishers, so that many names of one are one turn', () => {
    expect(asked([...decoys('made-up'), load('strangers/loaded')]).indexOf('strangers/loaded')).toBe(1);
  });

  test('everything has its turn, once', () => {
    const many: UrgentRepo[] = Array.from({ length: 5_000 }, (_, n) => ({
      id: `p${n % 70}/m${n}`,
      kind: 'model' as Named['kind'],
      link: false,
      urgency: (n % 6) as UrgentRepo['urgency'],
    }));
    const files = [many.slice(0, 4_000), [], many.slice(4_000)];
    expect(new Set(inTurn(files).map(({ id }) => id))).toEqual(new Set(many.map(({ id }) => id)));
    expect(inTurn(files)).toHaveLength(5_000);
  });
});
