import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/core/document.ts';
import { languageOf } from '../../../src/core/languageOf.ts';
import { torchDemand } from '../../../src/core/references/torchDemand.ts';
import { rules } from '../../../src/core/rules/registry.ts';
import type { Surroundings } from '../../../src/core/rules/rule.ts';
import { decisionsOf, POLICY_FILE, readPolicy } from '../../../src/core/trust/policy.ts';
import { applyEdits } from '../../support/applyEdits.ts';
import { draw } from '../../support/draw.ts';
import { shippedEngine } from '../../support/engine.ts';
import { readFacts } from './facts.ts';

/** One folder a case: inputs, and `expected.txt` with the findings drawn under their lines. `UPDATE=1` draws it anew: read it. */
const FIXTURES = 'test/fixtures/rules';
const engine = shippedEngine();

const documentAt = (path: string): SourceDocument => ({
  path,
  language: languageOf(path),
  text: readFileSync(path, 'utf8'),
});

/** The files of a case's own folder are what lies around its documents. */
const aroundIn = (folder: string): Surroundings => ({
  exists: path => existsSync(join(folder, path)),
  script: path => (existsSync(join(folder, path)) ? engine.read(documentAt(join(folder, path))).hazards : undefined),
  torch: () =>
    existsSync(join(folder, 'requirements.txt'))
      ? torchDemand(readFileSync(join(folder, 'requirements.txt'), 'utf8'))
      : undefined,
  downloaded: ({ id }) => {
    const cached = `models--${id.replace('/', '--')}`;
    return existsSync(join(folder, 'cache', cached)) ? `~/.cache/huggingface/hub/${cached}` : undefined;
  },
});

const cases = readdirSync(FIXTURES).sort();

describe.each(cases)('%s', name => {
  const folder = join(FIXTURES, name);
  const inputs = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && !['expected.txt', 'facts.json', POLICY_FILE].includes(entry.name))
    .map(entry => entry.name)
    .sort();
  const told = readFacts(folder);
  const options = {
    surroundings: { ...aroundIn(folder), ...(told?.lineWrittenAt && { lineWrittenAt: told.lineWrittenAt }) },
    ...(told && { facts: told.facts }),
    ...(existsSync(join(folder, POLICY_FILE)) && {
      decision: decisionsOf(readPolicy(readFileSync(join(folder, POLICY_FILE), 'utf8')).policy),
    }),
    ...(rules.find(rule => rule.id === name)?.level === 'off' ? { levels: new Map([[name, 'hint' as const]]) } : {}),
  };

  it('draws what is expected', () => {
    const drawn = inputs
      .map(file => {
        const reading = engine.read(documentAt(join(folder, file)));
        return `${file}\n${draw(reading, engine.judge(reading, options))}`;
      })
      .join('\n');
    const expected = join(folder, 'expected.txt');
    if (process.env['UPDATE']) writeFileSync(expected, drawn);
    expect(existsSync(expected), `${expected} is missing: run with UPDATE=1 and read what it draws`).toBe(true);
    expect(drawn).toBe(readFileSync(expected, 'utf8'));
  });

  it('has fixes that remove their finding', () => {
    for (const file of inputs) {
      const document = documentAt(join(folder, file));
      for (const finding of engine.judge(engine.read(document), options)) {
        for (const fix of finding.fixes ?? []) {
          const text = applyEdits(document.text, fix.edits);
          const left = engine.judge(engine.read({ ...document, text }), options);
          const same = left.filter(other => other.rule === finding.rule && other.message === finding.message);
          const before = engine
            .judge(engine.read(document), options)
            .filter(other => other.rule === finding.rule && other.message === finding.message);
          expect(same.length, `${file}: ${fix.title}`).toBeLessThan(before.length);
        }
      }
    }
  });
});

it('every rule has a case', () => {
  expect(rules.map(rule => rule.id).filter(id => !cases.includes(id))).toEqual([]);
});
