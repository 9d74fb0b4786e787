import { beforeAll, describe, expect, test } from 'vitest';
import { type Judged, judgeAll, MARKED } from './judgeAll.ts';
import { manyHonest } from './replay/manyHonest.ts';

const has = ({ assessment }: Judged, ...severities: string[]) =>
  assessment.signals.some(({ severity }) => severities.includes(severity));
const told = ({ entry, assessment }: Judged) =>
  `${entry.id} (${entry.attack ?? entry.honest}): ${assessment.verdict} ${assessment.signals.map(each => `${each.rule}=${each.severity}`).join(' ')}`;

let judged: Judged[];
let many: Judged[];

beforeAll(async () => {
  judged = [];
  for (const name of MARKED) judged.push(...(await judgeAll([name])));
  many = await judgeAll([manyHonest(300)]);
}, 120_000);

describe('attacks', () => {
  test('the campaign of May 2026: seven of seven', () => {
    const campaign = new Map(
      judged.filter(({ entry }) => entry.attack === 'campaign').map(each => [each.entry.id, each]),
    );
    expect(campaign.size).toBe(7);
    expect([...campaign.values()].filter(each => !has(each, 'error', 'warning')).map(told)).toEqual([]);
    expect([...campaign.values()].filter(({ assessment }) => assessment.verdict !== 'dangerous').map(told)).toEqual([]);
  });

  test('of our own invention: nine in ten at least, and nothing trusted', () => {
    const attacks = judged.filter(({ entry }) => entry.attack !== undefined && entry.attack !== 'campaign');
    const missed = attacks.filter(each => !has(each, 'error', 'warning')).map(told);
    expect(attacks.length).toBeGreaterThanOrEqual(50);
    expect(missed.length / attacks.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
    expect(attacks.filter(({ assessment }) => assessment.verdict === 'trusted').map(told)).toEqual([]);
    if (process.env['SHOW']) console.log(missed.join('\n'));
  });
});

describe('honest repos', () => {
  test('no error, and a warning for one in a hundred at most', () => {
    const honest = [...judged, ...many].filter(({ entry }) => entry.honest !== undefined);
    expect(honest.length).toBeGreaterThanOrEqual(380);
    expect(honest.filter(each => has(each, 'error')).map(told)).toEqual([]);
    const warned = honest.filter(each => has(each, 'warning')).map(told);
    expect(warned.length / honest.length, warned.join('\n')).toBeLessThanOrEqual(0.01);
    if (process.env['SHOW']) console.log(warned.join('\n'));
    if (process.env['SHOW'])
      console.log(
        honest
          .filter(each => has(each, 'information'))
          .map(told)
          .join('\n'),
      );
  });
});
