import { describe, expect, test } from 'vitest';
import { hasHubShape, isPublished } from '../../../src/core/references/catalogue/publishers.ts';
import listed from '../../../src/data/names/publishers.json' with { type: 'json' };

describe('the shape of an id', () => {
  test.each([
    ['capitals, as most publishers write', 'nobody-here/Some-Model-7B', true],
    ['small letters of a publisher', 'intfloat/e5-base-v2', true],
    ['and of one that code hosts know too', 'facebook/opt', true],
    ['one whose models are gone', 'runwayml/stable-diffusion-v1-5', true],
    ['one who publishes for tests', 'hf-internal-testing/tiny-random-gpt2', true],
    ['small letters of nobody', 'nobody-here/some-model-7b', false],
    ['small letters that an API has', 'google/gemini-2.5-flash', false],
    ['and that only an API has', 'black-forest-labs/flux-schnell', false],
    ['capitals of an owner that an API has', 'black-forest-labs/FLUX.1-schnell', true],
  ])('%s', (_, id, isHubs) => {
    expect(hasHubShape(id)).toBe(isHubs);
  });
});

test('an owner whom others know too needs more than the name', () => {
  expect(isPublished('facebook/opt-125m')).toBe(true);
  expect(isPublished('facebook/hydra-core')).toBe(false);
  expect(isPublished('black-forest-labs/FLUX-schnell')).toBe(true);
});

test('owners are set by hand only where the index lacks them', () => {
  for (const owner of ['runwayml', 'hf-internal-testing']) expect(listed).not.toContain(owner);
});
