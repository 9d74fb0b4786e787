import { type Circumstances, type Judged, judgeAgain, judgeUnit, type Memory } from './judging.ts';
import type { OpenTexts } from './openTexts.ts';

export interface Live {
  /** Judges a unit at once and tells of it, unless a later call has begun meanwhile. */
  readonly judge: (unitUri: string) => Promise<void>;
  /** More is known than at the last judgement: judges the very same versions once more, unless they are gone already. */
  readonly again: (unitUri: string) => Promise<void>;
  /** The judgement of the text as it is now: the latest one if it still fits, else a new one. */
  readonly fresh: (textUri: string) => Promise<Judged | undefined>;
  /** The last judgement of a text, of whatever version. */
  readonly latest: (textUri: string) => Judged | undefined;
  /** Drops what is known of texts that are closed. */
  readonly forget: (unitUri: string, textUris: readonly string[]) => void;
}

export interface LiveNeeds {
  readonly texts: OpenTexts;
  /** `undefined`: this unit is not to be looked at. */
  readonly circumstances: (unitUri: string) => Promise<Circumstances | undefined>;
  readonly judged: (unitUri: string, texts: readonly Judged[]) => void;
  readonly leftAlone: (unitUri: string, textUris: readonly string[]) => void;
}

/** The open texts and the last judgement of each, which the next one builds on. */
export function createLive({ texts, circumstances, judged, leftAlone }: LiveNeeds): Live {
  const latest = new Map<string, Judged>();
  const memories = new Map<string, Memory>();
  const runs = new Map<string, number>();

  async function judge(unitUri: string): Promise<void> {
    const run = (runs.get(unitUri) ?? 0) + 1;
    runs.set(unitUri, run);
    const around = await circumstances(unitUri);
    const unit = texts.unit(unitUri);
    if (!unit || runs.get(unitUri) !== run) return;
    // From here on nothing waits: what is told speaks of the versions that are open now.
    if (!around) {
      const uris = unit.texts.map(text => text.uri);
      for (const uri of uris) latest.delete(uri);
      leftAlone(unitUri, uris);
      return;
    }
    const done = judgeUnit(unit, around, memories.get(unitUri) ?? {});
    memories.set(unitUri, done.memory);
    for (const one of done.judged) latest.set(one.uri, one);
    judged(unitUri, done.judged);
  }

  async function again(unitUri: string): Promise<void> {
    const run = runs.get(unitUri);
    const around = await circumstances(unitUri);
    const unit = texts.unit(unitUri);
    const before = unit?.texts.map(text => latest.get(text.uri));
    // A newer version is judged anyway, by what is known then.
    if (!around || runs.get(unitUri) !== run || !before?.every(one => one && isFresh(one.uri))) return;
    const done = before.map(one => judgeAgain(one!, around));
    for (const one of done) latest.set(one.uri, one);
    judged(unitUri, done);
  }

  const isFresh = (textUri: string): boolean => latest.get(textUri)?.version === texts.text(textUri)?.version;

  return {
    judge,
    again,
    latest: textUri => latest.get(textUri),
    async fresh(textUri) {
      const unit = texts.unit(textUri);
      if (!unit) return undefined;
      if (!isFresh(textUri)) await judge(unit.uri);
      return isFresh(textUri) ? latest.get(textUri) : undefined;
    },
    forget(unitUri, textUris) {
      if (!texts.unit(unitUri)) {
        runs.delete(unitUri);
        memories.delete(unitUri);
      }
      for (const uri of textUris) latest.delete(uri);
    },
  };
}
