import { describe, expect, it } from 'vitest';
import { torchDemand } from '../../../src/core/references/torchDemand.ts';

describe('the torch that a text demands', () => {
  it.each([
    ['torch==2.5.1', { atLeast: [2, 5], atMost: [2, 5] }],
    ['torch == 2.7', { atLeast: [2, 7], atMost: [2, 7] }],
    ['torch~=2.4.0', { atLeast: [2, 4], atMost: [2, 4] }],
    ['torch~=2.4', { atLeast: [2, 4] }],
    ['torch>=2.6', { atLeast: [2, 6] }],
    ['torch<2.6', { atMost: [2, 5] }],
    ['torch<3.0', { atMost: [2, 99] }],
    ['dependencies = ["torch>=2.1,<2.6", "numpy<2.0"]', { atLeast: [2, 1], atMost: [2, 5] }],
    ['numpy<2.0\ntorch>=2.0\nscipy<1.9', { atLeast: [2, 0] }],
  ])('%j: %j', (text, demand) => {
    expect(torchDemand(text)).toEqual(demand);
  });

  it.each(['torch', 'torchvision==0.19', 'pytorch-lightning==2.1', 'torch @ https://x/torch-2.4.whl', '', 'a <2.6'])(
    'nothing in %j',
    text => {
      expect(torchDemand(text)).toBeUndefined();
    },
  );
});
