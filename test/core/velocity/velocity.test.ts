import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestAt } from '../../../src/core/velocity/ranks.ts';
import { velocityReference } from '../../../src/core/velocity/reference.ts';
import { sayNumbers, sayOutOfLine } from '../../../src/core/velocity/sayVelocity.ts';
import { looksInflated, type VelocityQuestion, velocityOf } from '../../../src/core/velocity/velocity.ts';
import type { HeldOut } from '../../../src/tools/velocityHeldOut.ts';
import type { VelocityCase } from '../../../src/tools/velocityReport.ts';
import { shippedEngine } from '../../support/engine.ts';

const shipped = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../src/data/velocity/${path}`, import.meta.url), 'utf8')) as T;
const { names } = shippedEngine().data;

const DAY = 86_400_000;
const asOf = Date.parse('2026-05-07T18:39:38Z');
/** A stranger's repo as old as its account, unless said otherwise. */
const stranger = (days: number, numbers: Partial<VelocityQuestion>): VelocityQuestion => ({
  createdAt: asOf - days * DAY,
  asOf,
  publisher: { listed: false, createdAt: asOf - days * DAY, followers: 4 },
  ...numbers,
});
const OPEN_OSS = { downloads: 244_168, likes: 667 };
const RANK = { unknown: 0, none: 0, notable: 1, strong: 2 };
const strength = (question: VelocityQuestion) => velocityOf(question).strength;

describe('velocity', () => {
  it.each(shipped<VelocityCase[]>('cases.json'))('judges $id with $likes likes and $downloads downloads', each => {
    const createdAt = each.createdAt === undefined ? undefined : Date.parse(each.createdAt);
    const account = each.account === undefined ? undefined : Date.parse(each.account);
    const listed = names.judge(each.id).publisherListed;
    const question: VelocityQuestion = {
      ...each,
      createdAt,
      asOf: Date.parse(each.asOf),
      publisher: { listed, createdAt: account, followers: each.followers },
    };
    expect(strength(question)).toBe(each.honest ? 'none' : 'strong');
  });

  it('leaves at most one ordinary model in a thousand lit, judged by the other half, whoever published it', () => {
    const radar = shipped<{ heldOut: HeldOut[] }>('reference.json').heldOut.filter(({ sample }) => sample === 'radar');
    const sum = (key: 'models' | 'notable' | 'strong') => radar.reduce((total, each) => total + each[key], 0);
    expect(sum('models')).toBeGreaterThan(20_000);
    expect((sum('notable') + sum('strong')) / sum('models')).toBeLessThanOrEqual(0.001);
  });

  it('says what it knows with its sample, and no more', () => {
    const question = stranger(0.78, OPEN_OSS);
    const answer = velocityOf(question);
    expect(sayOutOfLine(answer)).toBe(
      'more downloads and more likes than any of 6,698 new models with an open licence seen in their first day',
    );
    expect(sayNumbers(question, answer.age!)).toBe(
      '244,168 downloads in 30 days and 667 likes, 18 hours after the repo was created; its account is 18 hours old and has 4 followers',
    );
    // 27 models cannot tell the largest hundredth: above all of them, or above 95 %.
    for (const { above, bucket } of answer.ranks) expect(above === 1 || bucket.n * (1 - above) >= 1).toBe(true);
  });

  it('takes the standing of a publisher as reason enough', () => {
    for (const publisher of [
      { listed: true },
      { listed: false, followers: 35_180 },
      { listed: false, verified: true },
    ]) {
      expect(strength(stranger(0.78, { ...OPEN_OSS, publisher }))).toBe('none');
    }
    expect(strength(stranger(0.78, { ...OPEN_OSS, publisher: { listed: false, verified: false } }))).toBe('notable');
  });

  it('says less where the account is old, not looked up, or younger than its repo', () => {
    const at = (account: number | undefined, repo: number | undefined) =>
      velocityOf({
        ...OPEN_OSS,
        asOf,
        createdAt: repo === undefined ? undefined : asOf - repo * DAY,
        publisher: { listed: false, createdAt: account === undefined ? undefined : asOf - account * DAY },
      });
    expect(at(0.8, 0.79).strength).toBe('strong');
    expect(at(700, 0.79).strength).toBe('notable');
    expect(at(undefined, 0.79).strength).toBe('notable');
    expect(at(0.79, undefined)).toMatchObject({ strength: 'strong', age: { of: 'account' } });
    expect(at(0.79, 20)).toMatchObject({ strength: 'notable', age: { of: 'account', days: 0.79 } });
    expect(at(undefined, undefined)).toMatchObject({ strength: 'unknown', because: 'age not known' });
  });

  it('takes nothing and zero for no evidence', () => {
    expect(strength(stranger(0.5, {}))).toBe('unknown');
    expect(strength(stranger(0.5, { downloads: 0, likes: 0 }))).toBe('unknown');
    expect(strength(stranger(0.5, { downloads: 0, likes: 30 }))).toBe('none');
    expect(looksInflated(velocityOf(stranger(0.5, { downloads: 0 })))).toBe(false);
  });

  it('needs one number alone to be beyond every sample, and says no more than notable then', () => {
    expect(velocityOf(stranger(0.6, { downloads: 2, likes: 9011 }))).toMatchObject({
      strength: 'notable',
      outOfLine: ['likes'],
    });
    expect(strength(stranger(0.6, { downloads: 60_000, likes: 0 }))).toBe('none');
    // A well-liked tune by a person whom the index does not know, were its first day the one that was seen.
    expect(strength(stranger(0.7, { downloads: 16_897, likes: 83 }))).toBe('none');
  });

  it('does not judge what is older than the counter reaches', () => {
    expect(velocityOf(stranger(30, { downloads: 90_000_000, likes: 90_000 }))).toMatchObject({
      strength: 'unknown',
      because: 'older than 30 days',
    });
    expect(strength(stranger(-3, OPEN_OSS))).toBe('unknown');
  });

  it('has no cliffs: what is expected never falls with age, nor jumps where a bucket ends', () => {
    for (const sample of velocityReference.samples) {
      for (const metric of ['downloads', 'likes'] as const) {
        const curve = (days: number) => largestAt(metric, days, sample) ?? 0;
        for (let days = 0; days < 40; days += 0.05)
          expect(curve(days + 0.05)).toBeGreaterThanOrEqual(curve(days) - 1e-6);
        for (const { days } of sample.buckets) {
          const [before, after] = [curve(days[1]! - 1e-6), curve(days[1]! + 1e-6)];
          expect(Math.abs(Math.log1p(after) - Math.log1p(before))).toBeLessThan(1e-4);
        }
      }
    }
  });

  it('never says more of smaller numbers, nor of the same numbers at a greater age', () => {
    const number = fc.integer({ min: 1, max: 3_000_000 });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0, max: 29, noNaN: true }), (downloads, likes, days) => {
        const now = RANK[strength(stranger(days, { downloads, likes }))];
        expect(RANK[strength(stranger(days, { downloads: downloads * 2, likes: likes * 2 }))]).toBeGreaterThanOrEqual(
          now,
        );
        expect(RANK[strength(stranger(days + 0.9, { downloads, likes }))]).toBeLessThanOrEqual(now);
      }),
      { numRuns: 500 },
    );
  });
});
