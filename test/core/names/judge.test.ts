import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INFORM_SCORE, WARN_SCORE } from '../../../src/core/names/nameIndex.ts';
import { readNameSeed } from '../../../src/tools/nameSeed.ts';
import { dataFolder, shippedIndex } from './shippedIndex.ts';

const seed = readNameSeed(dataFolder);
const tier = (score: number) => (score >= WARN_SCORE ? 'warning' : score >= INFORM_SCORE ? 'information' : 'silent');

/** The strongest lookalike in one line. */
function strongest(id: string): string {
  const found = shippedIndex.judge(id).lookalikes[0];
  if (!found) return 'nothing';
  const how = `${found.kind} ${found.target}`;
  return found.kind === 'publisher'
    ? `${how}, ${tier(found.score)}: ${found.edit} (${found.distance}, ${found.name})`
    : how;
}

describe('documented impersonations', () => {
  it.each([
    ['EleuterAI/gpt-j-6B', 'publisher EleutherAI/gpt-j-6B, warning: a missing h (1, exact)'],
    ['facebook-llama/custom-code', 'publisher facebook, information: adds -llama to the name facebook (6, none)'],
    ['Open-OSS/privacy-filter', 'same-name openai/privacy-filter'],
    ['anthfu/DeepSeek-V4-Pro', 'same-name deepseek-ai/DeepSeek-V4-Pro'],
    ['anthfu/Bonsai-8B-gguf', 'same-name prism-ml/Bonsai-8B-gguf'],
    ['anthfu/Qwen3.6-35B-A3B-APEX-GGUF', 'same-name mudler/Qwen3.6-35B-A3B-APEX-GGUF'],
    ['anthfu/Qwopus-GLM-18B-Merged-GGUF', 'same-name Jackrong/Qwopus-GLM-18B-Merged-GGUF'],
    [
      'anthfu/Qwen3.6-35B-A3B-Claude-4.6-Opus-Reasoning-Distilled-GGUF',
      'same-name hesamation/Qwen3.6-35B-A3B-Claude-4.6-Opus-Reasoning-Distilled-GGUF',
    ],
    ['anthfu/supergemma4-26b-uncensored-gguf-v2', 'same-name Jiunsong/supergemma4-26b-uncensored-gguf-v2'],
  ])('%s: %s', (id, expected) => expect(strongest(id)).toBe(expected));
});

describe('ways to imitate a publisher', () => {
  it.each([
    [
      'meta-Ilama/Llama-3.1-8B-Instruct',
      'publisher meta-llama/Llama-3.1-8B-Instruct, warning: a capital I in place of l (1, exact)',
    ],
    ['deepseek_ai/DeepSeek-V3', 'publisher deepseek-ai/DeepSeek-V3, warning: only punctuation (1, exact)'],
    [
      'llama-meta/Llama-3.1-8B-Instruct',
      'publisher meta-llama/Llama-3.1-8B-Instruct, warning: the words reordered (8, exact)',
    ],
    ['rnicrosoft/phi-4', 'publisher microsoft/phi-4, warning: rn in place of m (2, exact)'],
    [
      'mistarlai/Mistral-7B-Instruct-v0.3',
      'publisher mistralai/Mistral-7B-Instruct-v0.3, warning: ra written as ar (1, exact)',
    ],
    ['g00gle/gemma-3-4b-it', 'publisher google/gemma-3-4b-it, warning: a zero in place of o (2 times) (2, exact)'],
    [
      'openai-official/whisper-large-v3',
      'publisher openai/whisper-large-v3, warning: adds -official to the name openai (9, exact)',
    ],
    [
      'deepseek/DeepSeek-R1',
      'publisher deepseek-ai/DeepSeek-R1, warning: leaves out part of the name deepseek-ai (3, exact)',
    ],
    ['meta-lama/new-thing', 'publisher meta-llama, information: a missing l (1, none)'],
  ])('%s: %s', (id, expected) => expect(strongest(id)).toBe(expected));
});

describe('what is no imitation', () => {
  it.each([
    'meta-llama/Llama-9.9-8B-Instruct',
    'Qwen/Qwen2.5-15B-Instruct',
    'HuggingFaceFW/fineweb-edu-classifier',
    'google-bert/bert-base-german-cased',
    'jane-doe/my-first-classifier',
    'your-org/Llama-3.1-8B-Instruct',
    'username/whisper-large-v3',
    'someone/models',
    'someone/1',
    'models',
  ])('%s', id => expect(shippedIndex.judge(id).lookalikes).toEqual([]));

  it('is silent about a listed repo in any case, and knows its spelling', () => {
    expect(shippedIndex.judge('META-LLAMA/llama-3.1-8b-instruct')).toMatchObject({
      listed: true,
      canonical: 'meta-llama/Llama-3.1-8B-Instruct',
      publisherListed: true,
      lookalikes: [],
    });
  });

  it('knows an unlisted repo of a listed owner, and a sibling without repos, as theirs', () => {
    expect(shippedIndex.judge('meta-llama/Not-Yet')).toMatchObject({ listed: false, publisherListed: true });
    expect(shippedIndex.judge('HuggingFaceFW/anything')).toMatchObject({ listed: false, publisherListed: true });
  });
});

describe('did you mean', () => {
  it.each([
    ['zzqwv/grok-1', 'same-name xai-org/grok-1'],
    ['zzqwv/Qwen3-8B-GGUF', 'same-name Qwen/Qwen3-8B-GGUF'],
    ['meta-llama/Llama-3.1-8B-Instrcut', 'name meta-llama/Llama-3.1-8B-Instruct'],
    ['openai/wisper-large-v3', 'name openai/whisper-large-v3'],
    ['Llama-3.1-8B-Instruct', 'no-publisher meta-llama/Llama-3.1-8B-Instruct'],
    ['TheBloke/MythoMix-L2-13B-GGUF', 'nothing'],
  ])('%s: %s', (id, expected) => expect(strongest(id)).toBe(expected));
});

describe('moved ids', () => {
  it('leads from the old id to the new', () => {
    const { movedTo, canonical, listed, publisherListed, lookalikes } = shippedIndex.judge('GPT2');
    expect({ movedTo, canonical, listed, publisherListed, lookalikes }).toEqual({
      movedTo: 'openai-community/gpt2',
      canonical: 'gpt2',
      listed: true,
      publisherListed: true,
      lookalikes: [],
    });
  });
});

describe('whatever the text', () => {
  it('has nothing to say of text that is no id, and says it at once', () => {
    const long = 'a'.repeat(10_000_000);
    const started = performance.now();
    for (const id of [
      '',
      '/',
      'a/',
      '/b',
      'a/b/c/d',
      'mеta-llama/x',
      'a b/c',
      long,
      `${long}/x`,
      `meta-llama/${long}`,
    ]) {
      expect(shippedIndex.judge(id)).toEqual({ id, listed: false, publisherListed: false, lookalikes: [] });
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('never throws and always answers the same', () => {
    const part = fc.string({ unit: fc.constantFrom(...'aeilmnorst-_.019IO'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(part, part).map(parts => parts.join('/')),
        ),
        id => {
          const once = shippedIndex.judge(id);
          expect(shippedIndex.judge(id)).toEqual(once);
          for (const lookalike of once.lookalikes) expect(lookalike.target.toLowerCase()).not.toBe(id.toLowerCase());
        },
      ),
    );
  });

  it('lists every repo of the seed, never with a lookalike', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seed.repos), fc.boolean(), ({ id, downloads }, upper) => {
        const judged = shippedIndex.judge(upper ? id.toUpperCase() : id);
        expect(judged).toMatchObject({ listed: true, publisherListed: true, lookalikes: [] });
        expect(judged.canonical?.toLowerCase()).toBe(id.toLowerCase());
        expect(judged.downloads).toBe(downloads);
      }),
      { numRuns: 500 },
    );
  });
});
