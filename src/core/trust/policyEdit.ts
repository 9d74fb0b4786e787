import { isMap, isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { RepoKind } from '../references/reference.ts';
import { readPolicy } from './policy.ts';

/** A decision as it is to be written into a policy. */
export interface NewEntry {
  readonly list: 'approved' | 'blocked';
  readonly subject:
    | { readonly by: 'repo'; readonly id: string; readonly kind: RepoKind }
    | { readonly by: 'publisher'; readonly name: string };
  readonly reason: string;
  readonly date: string;
}

const FOLDERS: Partial<Record<RepoKind, string>> = { dataset: 'datasets/', space: 'spaces/', kernel: 'kernels/' };

export const EMPTY_POLICY = `# What your team has decided about repos of the Hugging Face Hub. Read by the editor and by \`model-trust\` in CI.
# An entry names a repo (publisher/name, datasets/publisher/name) or a publisher, with the reason and the date.
approved: []
blocked: []
`;

/**
 * The policy with one more entry; comments and all else stay. An entry of the same name in the other list goes: people
 * have changed their mind. `undefined` where the text is no policy that one could add to.
 */
export function withEntry(text: string, { list, subject, reason, date }: NewEntry): string | undefined {
  const before = text.trim() === '' ? EMPTY_POLICY : text;
  if (!readPolicy(before).whole) return undefined;
  const document = parseDocument(before, { schema: 'core', logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const named = subject.by === 'repo' ? `${FOLDERS[subject.kind] ?? ''}${subject.id}` : subject.name;
  for (const name of ['approved', 'blocked']) {
    const entries = document.get(name);
    if (!isSeq(entries)) continue;
    entries.items = entries.items.filter(item => !(isMap(item) && isNamed(item.get(subject.by), named)));
  }
  const present = document.get(list);
  const entries = isSeq(present) ? present : new YAMLSeq();
  entries.flow = false;
  entries.add(document.createNode({ [subject.by]: named, reason, date }));
  if (entries !== present) document.set(list, entries);
  return document.toString({ lineWidth: 0 });
}

const isNamed = (value: unknown, name: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === name.toLowerCase();
