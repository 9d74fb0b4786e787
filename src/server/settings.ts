import * as v from 'valibot';
import { isLevel, type Level } from '../core/rules/severity.ts';

/** The settings `modelTrust.*` as they hold for one file. */
export interface Settings {
  readonly enable: boolean;
  readonly levels: ReadonlyMap<string, Level>;
  /** Lower-case repo id, or `*`, to the rules (or `*`) that are not to speak of it. */
  readonly ignored: ReadonlyMap<string, ReadonlySet<string>>;
  /** Globs of files that are never looked at, relative to their workspace folder. */
  readonly exclude: readonly string[];
  /** Files of further advisories. */
  readonly advisories: readonly string[];
  /** The verdict above each line that names a repo, and behind each id. */
  readonly codeLens: boolean;
  readonly inlayVerdicts: boolean;
  /** May repos be looked up? */
  readonly lookUps: boolean;
  /** Where, if the user says so. */
  readonly hubUrl?: string;
}

// People write settings by hand: what does not fit is left out, and the rest still holds.
const strings = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform(list => list.filter(entry => typeof entry === 'string')),
  ),
  [],
);
const record = v.fallback(v.record(v.string(), v.unknown()), {});
const Raw = v.fallback(
  v.object({
    enable: v.fallback(v.optional(v.boolean(), true), true),
    rules: v.optional(record, {}),
    ignored: v.optional(record, {}),
    exclude: v.optional(strings, []),
    advisories: v.optional(strings, []),
    // Whoever writes something else than true or false here may have meant to say no.
    lookUps: v.fallback(v.optional(v.boolean(), true), false),
    hubUrl: v.optional(v.unknown()),
    codeLens: v.fallback(v.optional(v.boolean(), false), false),
    inlayVerdicts: v.fallback(v.optional(v.boolean(), false), false),
  }),
  {
    enable: true,
    rules: {},
    ignored: {},
    exclude: [],
    advisories: [],
    lookUps: false,
    hubUrl: undefined,
    codeLens: false,
    inlayVerdicts: false,
  },
);

export function readSettings(raw: unknown): Settings {
  const { enable, rules, ignored, exclude, advisories, lookUps, hubUrl, codeLens, inlayVerdicts } = v.parse(
    Raw,
    raw ?? {},
  );
  const levels = Object.entries(rules).filter((entry): entry is [string, Level] => {
    return typeof entry[1] === 'string' && isLevel(entry[1]);
  });
  return {
    enable,
    levels: new Map(levels),
    ignored: new Map(
      Object.entries(ignored).map(([id, names]) => [id.toLowerCase(), new Set(v.parse(strings, names))] as const),
    ),
    exclude,
    advisories,
    lookUps,
    codeLens,
    inlayVerdicts,
    // What is no text is kept as one, so that it is refused as an address and not passed over.
    ...(hubUrl !== undefined && hubUrl !== null && hubUrl !== '' && { hubUrl: String(hubUrl).trim() }),
  };
}

/** Has the user asked for silence about this repo? `null` is a hazard, which only `*` covers. The Hub ignores case, and so do we. */
export function ignores(settings: Settings, rule: string, id: string | null): boolean {
  return [id?.toLowerCase(), '*'].some(key => {
    const rules = key === undefined ? undefined : settings.ignored.get(key);
    return rules?.has(rule) || rules?.has('*');
  });
}
