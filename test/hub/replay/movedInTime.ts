import { readScenarios } from './readScenarios.ts';
import type { Scenario } from './scenario.ts';

/**
 * The scenarios as if they happened just now: every date in them is moved alike, so that a client with an ordinary clock
 * sees the ages that were seen then. For a demo: the dates that it shows are not those of the story.
 */
export function movedInTime(names: readonly string[], now: number): Scenario[] {
  const scenarios = readScenarios(names);
  const shift = now - Math.max(...scenarios.map(each => Date.parse(each.now)));
  return scenarios.map(scenario => moved(scenario, shift) as Scenario);
}

const DATE = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** An object id begins with the seconds of its making. */
function moved(value: unknown, shift: number, name = ''): unknown {
  if (Array.isArray(value)) return value.map(each => moved(each, shift));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each, shift, key)]));
  }
  if (typeof value !== 'string') return value;
  if (name === '_id') {
    const seconds = Number.parseInt(value.slice(0, 8), 16) + Math.round(shift / 1000);
    return seconds.toString(16).padStart(8, '0') + value.slice(8);
  }
  return DATE.test(value) ? new Date(Date.parse(value) + shift).toISOString() : value;
}
