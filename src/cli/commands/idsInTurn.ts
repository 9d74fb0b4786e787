import { setTimeout as after } from 'node:timers/promises';
import type { Engine, JudgeOptions } from '../../core/engine.ts';
import type { Facts } from '../../core/facts/facts.ts';
import { inTurn, urgentRepos } from '../../core/rules/urgency.ts';
import { unlessAborted } from '../../workspace/aborted.ts';
import { type RequestedId, readRepoId } from '../repoId.ts';

/** An id as it was written, and what it is read as. */
export interface WrittenId {
  readonly text: string;
  readonly asked: RequestedId;
}

export interface TurnNeeds<R> {
  readonly engine: Engine;
  readonly options: JudgeOptions;
  readonly lookUp: (repo: RequestedId) => Promise<Facts>;
  /** What becomes of a repo's facts at once: they are large, and are not held until their line's turn. */
  readonly judge: (asked: RequestedId, facts: Facts) => R;
  readonly signal: AbortSignal;
}

/**
 * What is to be said of each id, in the order of the ids, all that is ready at once. They are asked about in the order in
 * which it matters, as in a scan: where the Hub does not grant enough for all, names that everybody knows must not use up
 * what the few need that something speaks against. One that is written twice is asked about and judged once.
 */
export async function* idsInTurn<R>(
  requested: AsyncIterable<readonly string[]>,
  needs: TurnNeeds<R>,
): AsyncGenerator<readonly (WrittenId & { readonly result: R })[]> {
  const { signal } = needs;
  for await (const texts of gathered(requested, signal)) {
    const ids = texts.map(text => ({ text, asked: readRepoId(text) }));
    const results = begin(ids, needs);
    for (let at = 0; at < ids.length; ) {
      await unlessAborted(results.of(ids[at]!.asked), signal);
      const ready: (WrittenId & { readonly result: R })[] = [];
      for (let one = ids[at]; one; one = ids[++at]) {
        const done = results.ready(one.asked);
        if (!done) break;
        ready.push({ ...one, result: done.result });
      }
      yield ready;
    }
  }
}

const written = ({ id, kind }: RequestedId): string => `${kind} ${id}`;

/** The Hub has one repo of a name, in whatever case it is written. */
const keyOf = ({ id, kind }: Pick<RequestedId, 'id' | 'kind'>): string => `${kind} ${id.toLowerCase()}`;

function begin<R>(ids: readonly WrittenId[], { engine, options, lookUp, judge }: TurnNeeds<R>) {
  /** By repo, whatever the case of its id: every way in which it is written. */
  const repos = new Map<string, Map<string, RequestedId>>();
  for (const { asked } of ids) {
    const key = keyOf(asked);
    const ways = repos.get(key) ?? new Map<string, RequestedId>();
    repos.set(key, ways.set(written(asked), asked));
  }
  const named = [...repos.values()].map(ways => ({ ...ways.values().next().value!, link: false }));
  const findings = named.flatMap(({ id, kind }) => engine.judgeId(id, kind, options));
  const urgent = urgentRepos(named, findings, id => engine.data.names.judge(id).listed);
  const done = new Map<string, { readonly result: R }>();
  const underWay = new Map<string, Promise<void>>();
  for (const repo of inTurn([urgent])) {
    const key = keyOf(repo);
    const ways = [...repos.get(key)!.values()];
    const answer = lookUp(ways[0]!).then(facts => {
      for (const way of ways) done.set(written(way), { result: judge(way, facts) });
    });
    answer.catch(() => {}); // It is awaited in its turn; until then its failure is nobody's surprise.
    underWay.set(key, answer);
  }
  return {
    of: (asked: RequestedId): Promise<void> => underWay.get(keyOf(asked))!,
    ready: (asked: RequestedId) => done.get(written(asked)),
  };
}

/** Ids that are ordered among each other. What is to be said of each is held until its line's turn, some 2 KB. */
const MOST = 2000;
/** Input that rests for so long is answered before more of it is read: a person at a keyboard is slower, a file is not. */
const RESTS_MS = 50;

/** Puts batches together, as long as one follows the other. */
async function* gathered(
  batches: AsyncIterable<readonly string[]>,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  const source = batches[Symbol.asyncIterator]();
  const readOn = () => {
    const read = source.next();
    // Whatever cannot be read is told when what came before it is answered.
    return { read, settled: read.catch(() => undefined) };
  };
  let next = readOn();
  for (;;) {
    const { done, value } = await unlessAborted(next.read, signal);
    if (done) return;
    const texts = [...value];
    next = readOn();
    while (texts.length < MOST) {
      const more = await unlessAborted(Promise.race([next.settled, after(RESTS_MS)]), signal);
      if (!more || more.done) break;
      for (const text of more.value) texts.push(text);
      next = readOn();
    }
    if (texts.length > 0) yield texts;
  }
}
