import * as v from 'valibot';
import { RepoKind, ReportGuard } from './reportGuard.ts';

/** Everything that the report panel and the extension say to each other; each side guards what it hears. */

/** Which repo a report is about. */
export const Subject = v.object({ id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(400)), kind: RepoKind });
export type Subject = v.InferOutput<typeof Subject>;

/** What the user may ask for in the panel. The extension says which of them make sense. */
export const ACTIONS = [
  'replace',
  'pin',
  'approve-repo',
  'approve-publisher',
  'block-repo',
  'block-publisher',
  'show-decision',
  'open-on-hub',
  'copy-markdown',
  'export-html',
  'recheck',
] as const;
export const Action = v.picklist(ACTIONS);
export type Action = v.InferOutput<typeof Action>;

/** The panel as it is to be: all of it, each time. */
export const PanelState = v.object({
  subject: Subject,
  /** Absent until the first one is there. */
  report: v.exactOptional(ReportGuard),
  /** What the report still waits for, in words that follow "Waiting for". */
  waiting: v.exactOptional(v.string()),
  /** Why there is no report, or no newer one. */
  problem: v.exactOptional(v.string()),
  actions: v.array(
    v.object({
      action: Action,
      label: v.string(),
      /** Why it cannot be done now. */
      unavailable: v.exactOptional(v.string()),
    }),
  ),
});
export type PanelState = v.InferOutput<typeof PanelState>;

/** From the extension to the panel. */
export const ToPanel = v.variant('type', [
  v.object({ type: v.literal('state'), state: PanelState }),
  /** What came of an action, for ears as well as eyes. */
  v.object({ type: v.literal('told'), words: v.string() }),
]);
export type ToPanel = v.InferOutput<typeof ToPanel>;

/** From the panel to the extension. A use is named by its place in the report that the panel shows. */
export const FromPanel = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('action'), action: Action }),
  v.object({ type: v.literal('open-use'), path: v.string(), line: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.object({ type: v.literal('explain-rule'), rule: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,60}$/)) }),
  v.object({ type: v.literal('open-report'), subject: Subject }),
]);
export type FromPanel = v.InferOutput<typeof FromPanel>;

/** What the panel keeps for the next window. */
export const PanelMemory = v.object({ subject: Subject });
export type PanelMemory = v.InferOutput<typeof PanelMemory>;
