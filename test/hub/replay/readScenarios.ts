import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import { type Scenario, ScenarioForm, type ScenarioInput } from './scenario.ts';

export const SCENARIOS = fileURLToPath(new URL('../scenarios', import.meta.url));

export const scenarioNames = (folder = SCENARIOS): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => basename(name, '.yaml'))
    .sort();

const read = new Map<string, Scenario>();

/** One scenario of this folder, and those that it needs, each once. */
export function readScenario(name: string, folder = SCENARIOS): Scenario[] {
  const path = join(folder, `${name}.yaml`);
  const scenario = read.get(path) ?? checked(parse(readFileSync(path, 'utf8'), { merge: true }), name);
  read.set(path, scenario);
  return [...scenario.with.flatMap(other => readScenario(other, folder)), scenario];
}

/** Names of scenarios, folders with such files, or scenarios made by a program, as one list without repetition. */
export function readScenarios(asked: readonly (string | ScenarioInput)[]): Scenario[] {
  const all = asked.flatMap(each => {
    if (typeof each !== 'string') return [checked(each, 'made by a program')];
    if (!existsSync(join(SCENARIOS, `${each}.yaml`)) && existsSync(each))
      return scenarioNames(each).flatMap(name => readScenario(name, each));
    return readScenario(each);
  });
  return [...new Set(all)];
}

export function checked(value: unknown, name: string): Scenario {
  const result = v.safeParse(ScenarioForm, value);
  if (result.success) return result.output;
  const problems = result.issues.map(issue => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  throw new Error(`Scenario "${name}" is not well formed:\n${problems.join('\n')}`);
}
