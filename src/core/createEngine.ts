import type { SourceDocument } from './document.ts';
import type { Engine, EngineData, JudgeOptions } from './engine.ts';
import { notLookedUp } from './facts/facts.ts';
import { readDocument } from './readDocument.ts';
import type { Reading } from './reading.ts';
import { readNotebookCells } from './readNotebookCells.ts';
import { type Reference, type RepoKind, unstated } from './references/reference.ts';
import type { Finding } from './rules/finding.ts';
import { judge } from './rules/judge.ts';
import { ruleIds } from './rules/registry.ts';
import { nothingAround, type RuleContext } from './rules/rule.ts';
import { assess } from './trust/assess.ts';
import { noDecision } from './trust/policy.ts';

/** Joins the rooms: read, judge, assess. The one way in for every front. */
export function createEngine(data: EngineData): Engine {
  const contextOf = (reading: Reading, options: JudgeOptions): RuleContext => ({
    names: data.names,
    advisories: data.advisories,
    reading,
    surroundings: options.surroundings ?? nothingAround,
    ruleIds,
    decision: options.decision ?? noDecision,
    facts: options.facts ?? (() => notLookedUp),
  });
  const judged = (reading: Reading, options: JudgeOptions = {}) =>
    saysNothing(reading) ? NO_FINDINGS : judge(reading, contextOf(reading, options), options);
  return {
    data,
    read: (document: SourceDocument, previous?: Reading) => readDocument(document, previous),
    readCells: readNotebookCells,
    judge: judged,
    judgeId: (id, kind, options) => judged(bareReading(id, kind), options),
    assess: (id, kind, findings, options) =>
      assess(
        id,
        kind,
        findings ?? judged(bareReading(id, kind), options),
        data.names,
        options?.facts?.({ id, kind }),
        options?.decision?.({ id, kind }),
      ),
    repoKey: ({ id, kind }) => `${PLURAL[kind]}/${id}`,
  };
}

const NO_FINDINGS: readonly Finding[] = [];

/** As most files of a workspace do. */
const saysNothing = ({ references, hazards, suppressions }: Reading): boolean =>
  references.length === 0 && hazards.length === 0 && suppressions.length === 0;

const PLURAL: Readonly<Record<RepoKind, string>> = {
  model: 'models',
  dataset: 'datasets',
  space: 'spaces',
  kernel: 'kernels',
  unknown: 'models',
};

/** A text that is nothing but the id, for judging an id without a file. */
function bareReading(id: string, kind: RepoKind): Reading {
  const reference: Reference = {
    id,
    kind,
    span: { start: 0, end: id.length },
    api: 'id',
    link: false,
    ...unstated,
    pins: [],
  };
  return { path: '', language: 'other', text: id, references: [reference], hazards: [], suppressions: [] };
}
