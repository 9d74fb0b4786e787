import * as v from 'valibot';
import { RepoKind, ReportGuard, Verdict } from './reportGuard.ts';

/** Everything that the language server and its clients say to each other beyond the standard protocol. */
export const methods = {
  /** Request, client → server: {@link ScanParams} → {@link Models}. Cancelling it answers with what was found so far. */
  scan: 'modelTrust/scan',
  /** Notification, server → client, while a scan runs: {@link ScanProgress}. */
  scanProgress: 'modelTrust/scanProgress',
  /** Notification, server → client: {@link Models} again, after a scanned file has changed. */
  models: 'modelTrust/models',
  /** Notification, client → server: forget the last scan and its diagnostics. */
  clearScan: 'modelTrust/clearScan',
  /** Notification, server → client: {@link Status}. */
  status: 'modelTrust/status',
  /** Notification, client → server: the user has said that the workspace may be trusted. */
  trustGranted: 'modelTrust/trustGranted',
  /** Request, server → client, for clients that said `hubFetch`: {@link HubFetchParams} → {@link HubFetchResult}. */
  hubFetch: 'modelTrust/hubFetch',
  /** Notification, client → server: {@link TokenChanged}. */
  tokenChanged: 'modelTrust/tokenChanged',
  /** Request, client → server, without parameters, answered by null: forget every fact, in memory and on the disk. */
  clearCache: 'modelTrust/clearCache',
  /** Request, client → server: {@link ReportParams} → {@link ReportAnswer}. Answered at once with what is known. */
  report: 'modelTrust/report',
  /** Notification, server → client: {@link ReportSubject}. Ask again: more is known of it, or something else. */
  reportChanged: 'modelTrust/reportChanged',
  /** Request, client → server: {@link ReportTextParams} → a string, or null where nothing can be told. */
  reportText: 'modelTrust/reportText',
  /** Request, client → server: {@link PinParams} → {@link PinAnswer}. */
  pinEverywhere: 'modelTrust/pinEverywhere',
} as const;

/** The one command that a client may have for us; see `ignoreInWorkspace` in {@link InitializationOptions}. */
export const ignoreInWorkspaceCommand = 'modelTrust.ignoreInWorkspace';

/** The command that a client may have to open a report; see `openReport` in {@link InitializationOptions}. */
export const openReportCommand = 'modelTrust.openReport';

/**
 * Stands for the token that a client adds: the same for the same token, another for another one, and nothing that the
 * token can be found from. What one token shows is not told to another, nor without one.
 */
export const TokenMark = v.pipe(v.string(), v.minLength(16), v.maxLength(256));

/** What any editor may say in `initializationOptions`; all of it may be left out. */
export const InitializationOptions = v.object({
  /** Folder of the rule pages, ending in `/`; `<rule>.md` is added for a diagnostic's link. Left out: the pages beside the server. */
  docsUri: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^(?:file|https|model-trust|vscode-[\w-]+):/))), undefined),
  /** Left out or true: trusted. Anything else: comments in the workspace's files do not silence findings. */
  workspaceTrusted: v.fallback(v.optional(v.boolean(), true), false),
  /** The client has the command {@link ignoreInWorkspaceCommand} and takes {@link IgnoreInWorkspace}. Left out: false. */
  ignoreInWorkspace: v.fallback(v.optional(v.boolean(), false), false),
  /** The client has the command {@link openReportCommand} and takes {@link ReportSubject}. Left out: false. */
  openReport: v.fallback(v.optional(v.boolean(), false), false),
  /** The editor shows diagnostics in the hover by itself, so that our card need not say them again in full. Left out: false. */
  diagnosticsInHover: v.fallback(v.optional(v.boolean(), false), false),
  /** The client answers {@link methods.hubFetch}, and look-ups go through it alone. Left out: false, the server asks by itself. */
  hubFetch: v.fallback(v.optional(v.boolean(), false), false),
  /** The client adds a token to what it fetches for us. Left out: false. */
  signedIn: v.fallback(v.optional(v.boolean(), false), false),
  /** {@link TokenMark}. Left out: what the token shows is kept for this session alone. */
  tokenMark: v.fallback(v.optional(TokenMark), undefined),
  /** The user allows the server's own look-ups to send `HF_TOKEN`. Left out: false. */
  environmentToken: v.fallback(v.optional(v.boolean(), false), false),
  /** The settings `modelTrust.*`, for clients that cannot be asked for them (`workspace/configuration`). */
  settings: v.optional(v.unknown()),
});
export type InitializationOptions = v.InferOutput<typeof InitializationOptions>;
/** The same as a client writes it. */
export type GivenOptions = v.InferInput<typeof InitializationOptions>;

/** `rules`: several at once, `rule` among them. */
export const IgnoreInWorkspace = v.object({
  rule: v.string(),
  rules: v.exactOptional(v.array(v.string())),
  id: v.string(),
  uri: v.string(),
});
export type IgnoreInWorkspace = v.InferOutput<typeof IgnoreInWorkspace>;

/** `token` is the client's own; progress repeats it. */
export const ScanParams = v.object({ token: v.string() });
export type ScanParams = v.InferOutput<typeof ScanParams>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ScanProgress = v.object({
  token: v.string(),
  files: count,
  references: count,
  findings: count,
  /** After the files are read: how many of their repos have been looked up. */
  lookUps: v.optional(v.object({ done: count, of: count })),
});
export type ScanProgress = v.InferOutput<typeof ScanProgress>;

const ProtocolPosition = v.object({ line: count, character: count });
export const ProtocolRange = v.object({ start: ProtocolPosition, end: ProtocolPosition });

const PlaceSeverity = v.picklist(['error', 'warning', 'information', 'hint']);

/** Where a model is named. */
export const ModelPlace = v.object({
  uri: v.string(),
  /** In the file; for a notebook in its raw JSON. */
  range: ProtocolRange,
  /** In a notebook: the cell's number from 0, and the place in the cell's own text (line and character from 0). */
  cell: v.optional(v.object({ index: count, line: count, character: count })),
  api: v.string(),
  /** Does the load name a full commit? Absent where there is nothing to pin: a link, or a place that takes no revision. */
  pinned: v.optional(v.boolean()),
  /** The strongest finding at this place, if there is one. */
  severity: v.optional(PlaceSeverity),
});
export type ModelPlace = v.InferOutput<typeof ModelPlace>;

export const ScannedModel = v.object({
  /** `models/ID`, `datasets/ID`. */
  key: v.string(),
  id: v.string(),
  kind: RepoKind,
  verdict: Verdict,
  /** What speaks against it, strongest first. */
  reasons: v.array(v.string()),
  /** The id that is perhaps meant instead. */
  intended: v.optional(v.string()),
  /** What the team has decided of it, where it has. */
  decision: v.exactOptional(v.picklist(['approved', 'blocked'])),
  /** Neither a pin nor an approval is an answer to what is known of it. */
  barred: v.boolean(),
  /** The Hub has told a commit that it can be pinned to. */
  pinnable: v.boolean(),
  places: v.array(ModelPlace),
});
export type ScannedModel = v.InferOutput<typeof ScannedModel>;

/** What a workspace uses, worst verdict first. */
export const Models = v.object({
  /** False: the scan was cancelled, or left files out. */
  complete: v.boolean(),
  files: count,
  findings: count,
  models: v.array(ScannedModel),
});
export type Models = v.InferOutput<typeof Models>;

/** One request as it is to go out: no redirect is followed, and nothing goes anywhere but to the Hub that the user has set. */
export const HubFetchParams = v.object({
  url: v.string(),
  headers: v.record(v.string(), v.string()),
  /** {@link TokenMark} of whose answers these will be taken for; empty: anybody's. A client with another token now fails. */
  tokenMark: v.exactOptional(v.string()),
  /** The body is cut behind so many bytes. */
  maxBytes: count,
  timeoutMs: count,
});
export type HubFetchParams = v.InferOutput<typeof HubFetchParams>;

export const HubFetchResult = v.union([
  v.object({
    status: count,
    /** By lower-case name. */
    headers: v.record(v.string(), v.string()),
    /** In base64. */
    body: v.string(),
    /** False: cut at `maxBytes`, or by the connection. */
    complete: v.boolean(),
  }),
  /** No answer came: why. */
  v.object({ failure: v.string() }),
]);
export type HubFetchResult = v.InferOutput<typeof HubFetchResult>;

export const TokenChanged = v.object({ signedIn: v.boolean(), tokenMark: v.exactOptional(TokenMark) });
export type TokenChanged = v.InferOutput<typeof TokenChanged>;

export const Status = v.object({
  /**
   * `local`: look-ups are off. `busy`: some are under way. `limited`: something that the user asked for is left out.
   * `offline` and `rate-limited`: the Hub cannot be asked now, and will be asked again.
   */
  state: v.picklist(['starting', 'ready', 'local', 'busy', 'offline', 'rate-limited', 'limited', 'failed']),
  /** One plain sentence: what is checked with what, or why nothing is. */
  detail: v.string(),
});
export type Status = v.InferOutput<typeof Status>;

export const ReportSubject = v.object({ id: v.string(), kind: RepoKind });
export type ReportSubject = v.InferOutput<typeof ReportSubject>;

/** `again`: what is known is not enough, the Hub is to be asked anew. */
export const ReportParams = v.object({ ...ReportSubject.entries, again: v.optional(v.boolean(), false) });
export type ReportParams = v.InferInput<typeof ReportParams>;

export const ReportAnswer = v.object({
  /** Absent where nothing can be judged: why, says `problem`. */
  report: v.exactOptional(ReportGuard),
  problem: v.exactOptional(v.string()),
  /** What it waits for, in words that follow "Waiting for"; {@link methods.reportChanged} comes when it is there. */
  waiting: v.exactOptional(v.string()),
  /** The places of the report's uses, in their order. */
  places: v.array(ModelPlace),
  /** The id that is perhaps meant instead. */
  intended: v.exactOptional(v.string()),
});
export type ReportAnswer = v.InferOutput<typeof ReportAnswer>;

export const ReportTextParams = v.object({ ...ReportSubject.entries, format: v.picklist(['markdown', 'html']) });
export type ReportTextParams = v.InferOutput<typeof ReportTextParams>;

export const PinParams = v.object({
  ...ReportSubject.entries,
  commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
});
export type PinParams = v.InferOutput<typeof PinParams>;

/** The edits that pin a repo in every file that was scanned, and how many loads have no place for a pin. */
export const PinAnswer = v.object({
  files: v.array(
    v.object({ uri: v.string(), edits: v.array(v.object({ range: ProtocolRange, newText: v.string() })) }),
  ),
  left: count,
});
export type PinAnswer = v.InferOutput<typeof PinAnswer>;

/** Takes a message apart that the other side sent: `undefined` when it is not what we agreed on. */
export function parseMessage<S extends v.GenericSchema>(schema: S, message: unknown): v.InferOutput<S> | undefined {
  const parsed = v.safeParse(schema, message);
  return parsed.success ? parsed.output : undefined;
}
