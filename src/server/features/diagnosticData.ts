import * as v from 'valibot';
import { ProtocolRange } from '../../protocol.ts';
import { RepoKind } from '../../reportGuard.ts';

const Edits = v.array(v.object({ range: ProtocolRange, newText: v.string() }));

/**
 * What a diagnostic carries for its code actions. It travels to the editor and back, so it is JSON and nothing else,
 * and it is checked when it returns.
 */
export const DiagnosticData = v.object({
  rule: v.string(),
  id: v.nullable(v.string()),
  kind: RepoKind,
  /** The version of the document that the edits speak of. */
  version: v.nullable(v.number()),
  fixes: v.array(v.object({ title: v.string(), preferred: v.boolean(), edits: Edits })),
});
export type DiagnosticData = v.InferOutput<typeof DiagnosticData>;
