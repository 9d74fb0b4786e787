import { describe, expect, test } from 'vitest';
import { chooseHub, type HubWords } from '../../src/hub/hubChoice.ts';

type Variables = Record<string, string>;
const MIRROR = 'https://mirror.example/hf';

describe('which Hub, with which token', () => {
  test.each<[string, HubWords, Variables, string, string | undefined]>([
    // case, what was said, environment, base, token
    ['nothing said', {}, {}, 'https://huggingface.co', undefined],
    ['a token', {}, { HF_TOKEN: 'hf_a' }, 'https://huggingface.co', 'hf_a'],
    ['its old name', {}, { HUGGING_FACE_HUB_TOKEN: 'hf_b' }, 'https://huggingface.co', 'hf_b'],
    ['both names', {}, { HF_TOKEN: 'hf_a', HUGGING_FACE_HUB_TOKEN: 'hf_b' }, 'https://huggingface.co', 'hf_a'],
    ['a line end behind it', {}, { HF_TOKEN: ' hf_a\r\n' }, 'https://huggingface.co', 'hf_a'],
    ['an empty one', {}, { HF_TOKEN: ' ' }, 'https://huggingface.co', undefined],
    [
      'not without being asked',
      {},
      { HF_TOKEN: 'hf_a', HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' },
      'https://huggingface.co',
      undefined,
    ],
    ['an endpoint', {}, { HF_ENDPOINT: `${MIRROR}/` }, MIRROR, undefined],
    ['an empty endpoint', {}, { HF_ENDPOINT: '' }, 'https://huggingface.co', undefined],
    ['an endpoint and its token', {}, { HF_ENDPOINT: MIRROR, HF_TOKEN: 'hf_a' }, MIRROR, 'hf_a'],
    ['another Hub gets none', { hubUrl: MIRROR }, { HF_TOKEN: 'hf_a' }, MIRROR, undefined],
    [
      'nor does the real one, of a mirror',
      { hubUrl: 'https://huggingface.co' },
      { HF_ENDPOINT: MIRROR, HF_TOKEN: 'hf_a' },
      'https://huggingface.co',
      undefined,
    ],
    [
      'the usual one, named',
      { hubUrl: 'https://huggingface.co/' },
      { HF_TOKEN: 'hf_a' },
      'https://huggingface.co',
      'hf_a',
    ],
    [
      'the endpoint, named',
      { hubUrl: MIRROR },
      { HF_ENDPOINT: 'https://mirror.example', HF_TOKEN: 'hf_a' },
      MIRROR,
      'hf_a',
    ],
    [
      'another host of one name',
      { hubUrl: 'https://huggingface.co.example' },
      { HF_TOKEN: 'hf_a' },
      'https://huggingface.co.example',
      undefined,
    ],
    ['another scheme', { hubUrl: 'http://huggingface.co' }, { HF_TOKEN: 'hf_a' }, 'http://huggingface.co', undefined],
    ['by name', { hubUrl: MIRROR, tokenVariable: 'MINE' }, { HF_TOKEN: 'hf_a', MINE: 'x' }, MIRROR, 'x'],
    [
      'by name, for the usual one',
      { tokenVariable: 'MINE' },
      { HF_TOKEN: 'hf_a', MINE: 'x' },
      'https://huggingface.co',
      'x',
    ],
    [
      'what is named is asked for',
      { tokenVariable: 'HF_TOKEN' },
      { HF_TOKEN: 'hf_a', HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' },
      'https://huggingface.co',
      'hf_a',
    ],
    [
      'a wrong endpoint, when another is named',
      { hubUrl: MIRROR },
      { HF_ENDPOINT: 'x', HF_TOKEN: 'hf_a' },
      MIRROR,
      undefined,
    ],
  ])('%s', (_case, words, variables, base, token) => {
    const choice = chooseHub(words, variables);
    expect(choice).toMatchObject({ endpoint: { base } });
    expect('token' in choice ? choice.token : undefined).toBe(token);
  });

  test.each<[HubWords, Variables, string]>([
    [{}, { HF_ENDPOINT: 'hf-mirror.example' }, 'HF_ENDPOINT: "hf-mirror.example" is no address.'],
    [{ hubUrl: 'file:///etc' }, {}, '--hub-url: "file:///etc" is not an http or https address.'],
    [{ tokenVariable: 'MINE' }, {}, '--token-env names MINE, which is not set.'],
    [{ tokenVariable: 'MINE' }, { MINE: '' }, '--token-env names MINE, which is not set.'],
    [{}, { HF_TOKEN: 'hf_a\nhf_b' }, 'The token in HF_TOKEN holds spaces or characters'],
  ])('%j with %j is said to be wrong', (words, variables, problem) => {
    const choice = chooseHub(words, variables);
    expect('problem' in choice ? choice.problem : '').toContain(problem);
    expect(JSON.stringify(choice)).not.toContain('hf_b');
  });
});

describe('whether anybody is asked', () => {
  test.each<[Variables, string | undefined]>([
    [{}, undefined],
    [{ HF_HUB_OFFLINE: '1' }, 'look-ups are turned off by HF_HUB_OFFLINE'],
    [{ HF_HUB_OFFLINE: 'True' }, 'look-ups are turned off by HF_HUB_OFFLINE'],
    [{ HF_HUB_OFFLINE: '0' }, undefined],
    [{ TRANSFORMERS_OFFLINE: 'yes' }, 'look-ups are turned off by TRANSFORMERS_OFFLINE'],
    [{ HF_HUB_OFFLINE: '0', TRANSFORMERS_OFFLINE: '1' }, undefined],
  ])('%j', (variables, offline) => {
    const choice = chooseHub({}, variables);
    expect('offline' in choice ? choice.offline : undefined).toBe(offline);
  });

  test('what was said goes before the environment', () => {
    expect(chooseHub({ offline: 'by me' }, { HF_HUB_OFFLINE: '1' })).toMatchObject({ offline: 'by me' });
  });
});
