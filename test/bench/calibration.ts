import { writeFileSync } from 'node:fs';
import { oddsOf } from '../../src/core/trust/assess.ts';
import type { Verdict } from '../../src/core/trust/assessment.ts';
import { type Judged, judgeAll, MARKED } from '../hub/judgeAll.ts';
import { numberOf } from '../hub/replay/hashes.ts';
import { manyHonest } from '../hub/replay/manyHonest.ts';
import { shippedEngine } from '../support/engine.ts';

/**
 * Holds the verdicts against what is known of the repos, and the weights against what their signals are worth there. Says
 * nothing about how many repos of the Hub are bad: attacks are a tenth of these cases, and hardly any of the Hub's.
 */
const REPORT = 'media/docs/calibration.md';
const VERDICTS: readonly Verdict[] = ['trusted', 'clear', 'unknown', 'caution', 'risky', 'dangerous'];
const BINS = [-Infinity, -5, -3, -1, 1, 3, Infinity];

interface Case extends Judged {
  readonly bad: boolean;
  readonly held: boolean;
  readonly odds: number;
}

const { names } = shippedEngine().data;
const judged: Judged[] = [];
for (const scenarios of [...MARKED.map(name => [name]), [manyHonest(300)]]) judged.push(...(await judgeAll(scenarios)));
const unique = new Map(judged.map(each => [`${each.entry.kind} ${each.entry.id} ${each.entry.created}`, each]));
const cases = [...unique.values()].map(
  (each): Case => ({
    ...each,
    bad: each.entry.attack !== undefined,
    // A third is held back, by the publisher, so that no campaign stands on both sides: the same ones in every run.
    held: numberOf(`${each.entry.id.split('/')[0]} held back`, 3) === 0,
    odds: oddsOf(each.assessment.signals, each.facts, each.entry.id, names),
  }),
);

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');

function confusion(part: readonly Case[]): string {
  const row = (name: string, of: readonly Case[]) => [
    name,
    ...VERDICTS.map(verdict => of.filter(each => each.assessment.verdict === verdict).length),
  ];
  const [bad, honest] = [part.filter(each => each.bad), part.filter(each => !each.bad)];
  return table(['', ...VERDICTS], [row(`attacks (${bad.length})`, bad), row(`honest (${honest.length})`, honest)]);
}

function reliability(part: readonly Case[]): string {
  const rows = BINS.slice(1).map((to, at) => {
    const from = BINS[at]!;
    const within = part.filter(({ odds }) => odds >= from && odds < to);
    const bad = within.filter(each => each.bad).length;
    return [`${from} to ${to}`, within.length, bad, within.length > 0 ? (bad / within.length).toFixed(2) : '-'];
  });
  return table(['sum of log-odds', 'repos', 'attacks', 'share of attacks'], rows);
}

/** What a signal is worth here: log-likelihood ratio with half a case added on either side. */
function worth(part: readonly Case[]): string {
  const key = (signal: { rule: string; severity: string }) => `${signal.rule} | ${signal.severity}`;
  const weights = new Map<string, number>();
  for (const each of part) for (const signal of each.assessment.signals) weights.set(key(signal), signal.weight);
  const bad = part.filter(each => each.bad);
  const honest = part.filter(each => !each.bad);
  const having = (of: readonly Case[], name: string) =>
    of.filter(({ assessment }) => assessment.signals.some(signal => key(signal) === name)).length;
  const rows = [...weights].sort().map(([name, weight]) => {
    const [b, h] = [having(bad, name), having(honest, name)];
    const ratio = Math.log((b + 0.5) / (bad.length + 1)) - Math.log((h + 0.5) / (honest.length + 1));
    return [name, b, h, ratio.toFixed(1), weight];
  });
  return table(['rule | severity', 'attacks', 'honest', 'measured here', 'weight used'], rows).replace(
    '| --- | --- | --- | --- | --- |',
    '| --- | --- | --- | --- | --- | --- |',
  );
}

const training = cases.filter(each => !each.held);
const held = cases.filter(each => each.held);
const wrong = cases.filter(({ bad, assessment: { verdict } }) =>
  bad ? ['trusted', 'clear'].includes(verdict) : ['caution', 'risky', 'dangerous'].includes(verdict),
);
const report = `# Calibration of the verdict

Written by \`npm run bench -- calibration\`. ${cases.length} repos of the replay Hub at hub depth, with the list of known malicious repos
closed: the campaign of May 2026, attacks of our own invention, and honest repos that look odd, are popular or ordinary. Most
facts around the honest ids are invented, and the attacks were written by us: this shows that the weights hold together, not
how often they are right on the Hub. All honest ids of the program are of publishers in the name index, which is why so many
are trusted.

The weights (\`src/core/trust/evidence.ts\`, \`src/core/rules/weights.ts\`) are set by hand in round numbers, from the incidents;
nothing was fitted to these cases. A third of the publishers, chosen by a hash, is kept apart for whoever changes a weight:
look at the first tables then, and at the second ones once, at the end. Whoever wrote the rules knew the scenarios of both.

## Verdicts, of the cases to set weights by

${confusion(training)}

## Verdicts, of those held back

${confusion(held)}

## Reliability, of the cases to set weights by

${reliability(training)}

## Reliability, of those held back

${reliability(held)}

## What each signal is worth, of the cases to set weights by

Log-odds, natural logarithm.

${worth(training)}

## Wrong

${wrong.map(({ entry, assessment }) => `- \`${entry.id}\` (${entry.attack ?? entry.honest}): ${assessment.verdict}`).join('\n') || 'None.'}
`;
writeFileSync(REPORT, report);
console.log(report);
