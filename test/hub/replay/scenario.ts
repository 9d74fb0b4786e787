import * as v from 'valibot';

/**
 * The form of a scenario file: one story, told in facts. Every entry may say which of its fields are `recorded`, and
 * where; `unmarked: invented` says what all other fields are.
 */
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/));
const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/));

/**
 * Source → the fields that it states, by name: `{ trending: likes downloads }`. `files:start.bat` says that there was such
 * a file, and what it was for; the words in it are ours.
 */
const recorded = v.optional(v.record(v.string(), v.string()));

const level = v.picklist(['unscanned', 'safe', 'queued', 'error', 'caution', 'suspicious', 'unsafe']);
const Scan = v.union([
  level,
  v.strictObject({
    level,
    /** What the virus scanner says. */
    antivirus: v.optional(v.string()),
    /** What a pickle imports: `builtins.eval: dangerous`. */
    imports: v.optional(v.record(v.string(), v.picklist(['innocuous', 'suspicious', 'dangerous']))),
    jfrog: v.optional(level),
    protectai: v.optional(level),
    virustotal: v.optional(level),
  }),
]);

/** A file: its text; or its bytes; or only its size, and then its content is made up of zeros. */
const File = v.union([
  v.string(),
  v.strictObject({
    text: v.optional(v.string()),
    base64: v.optional(v.string()),
    size: v.optional(count),
    sha256: v.optional(hex(64)),
    oid: v.optional(hex(40)),
    xet: v.optional(hex(64)),
    scan: v.optional(Scan),
    recorded,
  }),
]);
const Files = v.record(v.string(), File);

const Commit = v.strictObject({
  title: v.string(),
  author: v.optional(v.string()),
  date: v.optional(date),
  id: v.optional(hex(40)),
  /** What was different at this commit from what is there now: another content, or `null` for no such file. */
  files: v.optional(v.record(v.string(), v.nullable(File))),
  recorded,
});

const Publisher = v.strictObject({
  name: v.string(),
  type: v.picklist(['user', 'org']),
  _id: v.optional(hex(24)),
  created: v.optional(date),
  fullName: v.optional(v.string()),
  details: v.optional(v.string()),
  followers: v.optional(count),
  models: v.optional(count),
  datasets: v.optional(count),
  spaces: v.optional(count),
  members: v.optional(count),
  likes: v.optional(count),
  verified: v.optional(v.boolean()),
  pro: v.optional(v.boolean()),
  plan: v.optional(v.picklist(['team', 'enterprise', 'plus', 'academia'])),
  trustedKernels: v.optional(v.boolean()),
  recorded,
});

export const ATTACKS = [
  'campaign',
  'typosquat',
  'flagged-pickle',
  'foreign-code',
  'launcher',
  'paste-to-run',
  'namespace-reuse',
  'inflated',
  'posing-as-company',
  'native-code',
  'dataset-script',
  'outside-download',
  'config',
  'hosting',
  'hijacked',
  'posing-as-quantiser',
] as const;

export const HONEST = [
  'popular',
  'ordinary',
  'quantiser',
  'mirror',
  'moved',
  'custom-code',
  'viral',
  'installer',
  'flagged-but-honest',
  'gated',
  'disabled',
  'young',
] as const;

const Repo = v.strictObject({
  id,
  kind: v.optional(v.picklist(['model', 'dataset', 'space', 'kernel']), 'model'),
  /** What a judge should think of it: for measures. */
  attack: v.optional(v.picklist(ATTACKS)),
  honest: v.optional(v.picklist(HONEST)),
  about: v.optional(v.string()),
  _id: v.optional(hex(24)),
  created: v.optional(date),
  lastModified: v.optional(date),
  sha: v.optional(hex(40)),
  likes: v.optional(count),
  downloads: v.optional(count),
  downloadsAllTime: v.optional(count),
  trending: v.optional(count),
  gated: v.optional(v.union([v.literal(false), v.picklist(['auto', 'manual'])])),
  private: v.optional(v.boolean()),
  disabled: v.optional(v.boolean()),
  pipeline: v.optional(v.string()),
  library: v.optional(v.string()),
  sdk: v.optional(v.string()),
  /** As the Hub showed them; without them they follow from the card, the config and the files. */
  tags: v.optional(v.array(v.string())),
  parameters: v.optional(count),
  gguf: v.optional(v.record(v.string(), v.unknown())),
  baseModels: v.optional(v.strictObject({ relation: v.string(), models: v.array(v.string()) })),
  children: v.optional(v.record(v.picklist(['adapter', 'merge', 'quantized', 'finetune']), count)),
  inSpaces: v.optional(v.array(v.string())),
  /** `false`: the Hub's scanners have not finished, which is common. */
  scansDone: v.optional(v.boolean()),
  files: v.optional(Files),
  /** Oldest first; without them there are two. */
  commits: v.optional(v.array(Commit)),
  /** Names of revisions → which commit, counted from the newest: `{ v1.0: 1 }`. */
  branches: v.optional(v.record(v.string(), count)),
  gitTags: v.optional(v.record(v.string(), count)),
  pullRequests: v.optional(v.record(v.string(), count)),
  /** Shape of user name → how many: `{ first-last###: 504 }`. */
  likers: v.optional(v.record(v.string(), count)),
  recorded,
});

export const ScenarioForm = v.strictObject({
  about: v.string(),
  /** The instant it plays at. */
  now: date,
  unmarked: v.literal('invented'),
  /** Where recorded facts come from, by a short name. */
  sources: v.optional(v.record(v.string(), v.string())),
  publishers: v.optional(v.array(Publisher), []),
  repos: v.optional(v.array(Repo), []),
  /** Old id → where it leads today. */
  moved: v.optional(
    v.array(v.strictObject({ from: v.string(), to: id, kind: v.optional(v.string(), 'model'), recorded })),
    [],
  ),
  /** Owners that the Hub has no more, though repos or redirects of theirs are here. */
  goneOwners: v.optional(v.array(v.string()), []),
  /** Other scenarios that this one needs. */
  with: v.optional(v.array(v.string()), []),
});

export type Scenario = v.InferOutput<typeof ScenarioForm>;
export type ScenarioInput = v.InferInput<typeof ScenarioForm>;
export type RepoEntry = Scenario['repos'][number];
export type PublisherEntry = Scenario['publishers'][number];
export type FileEntry = v.InferOutput<typeof File>;
export type CommitEntry = v.InferOutput<typeof Commit>;
export type ScanEntry = v.InferOutput<typeof Scan>;
export type Recorded = v.InferOutput<typeof recorded>;
export type RepoKind = RepoEntry['kind'];
