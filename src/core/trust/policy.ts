import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { RepoKind } from '../references/reference.ts';
import type { Decide, Decision } from '../rules/decision.ts';
import type { Span } from '../text/span.ts';
import { LONGEST_POLICY, membersOf, readYaml, spanOf, textOf } from './policyYaml.ts';

/** What a team has decided once, for everybody who works in the workspace. */
export interface Policy {
  readonly approved: readonly PolicyEntry[];
  readonly blocked: readonly PolicyEntry[];
}

export interface PolicyEntry {
  readonly subject:
    | { readonly by: 'repo'; readonly id: string; readonly kind: RepoKind }
    | { readonly by: 'publisher'; readonly name: string };
  readonly reason?: string;
  readonly date?: string;
  /** Of whom it names, in the file. */
  readonly span: Span;
}

export interface PolicyProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly span: Span;
}

export interface PolicyReading {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
  /** It is one YAML document of bearable length, and all of it was read: what its lists say holds. */
  readonly whole: boolean;
  /** Whom its entries name, and the reasons that they give. */
  readonly words: readonly Span[];
}

export const POLICY_FILE = 'model-trust.yaml';

/** Is this the policy of the folder that it lies in? */
export const isPolicy = (path: string): boolean => path === POLICY_FILE || /[\\/]model-trust\.yaml$/.test(path);

const noPolicy: Policy = { approved: [], blocked: [] };

/** Of each severity. Who has more mistakes than this mends these first. */
const MOST_PROBLEMS = 50;

/**
 * Reads a policy. What cannot be understood is a problem with its place, and decides nothing; of a file that is not one
 * whole YAML document only the blocks hold, since a half-read approval might be another one than was meant.
 */
export function readPolicy(text: string): PolicyReading {
  if (text.length > LONGEST_POLICY) {
    const longest = LONGEST_POLICY.toLocaleString('en');
    const message = `The policy is longer than ${longest} characters (64 KB) and is not read: it blocks and approves nothing. Name publishers in place of their repos, and take out what is no longer needed.`;
    const problems: PolicyProblem[] = [{ severity: 'error', message, span: { start: 0, end: 1 } }];
    return { policy: noPolicy, problems, whole: false, words: [] };
  }
  const { contents, mistakes } = readYaml(text);
  const reader = new PolicyReader();
  for (const { message, span } of mistakes) reader.broken(message, span);
  for (const one of contents) reader.top(one);
  const { lists, whole } = reader;
  const approved = whole ? lists.approved : [];
  reader.contradictions(approved, lists.blocked);
  return { policy: { approved, blocked: lists.blocked }, problems: reader.problems, whole, words: reader.words };
}

/** The decision on a repo: its own entry before its publisher's, and a block before an approval. */
export function decisionsOf({ approved, blocked }: Policy): Decide {
  const [blocks, approvals] = [indexed(blocked), indexed(approved)];
  return ({ id, kind }) => {
    const block = blocks(id, kind);
    const entry = block ?? approvals(id, kind);
    return entry && decisionOf(entry, block ? 'blocked' : 'approved');
  };
}

export const noDecision: Decide = () => undefined;

/** Without what loosens: in a workspace that nobody trusts, its own word counts only against it. */
export const onlyBlocks = ({ blocked }: Policy): Policy => ({ approved: [], blocked });

function decisionOf({ subject, reason, date }: PolicyEntry, what: Decision['what']): Decision {
  return {
    what,
    by: subject.by,
    named: subject.by === 'repo' ? subject.id : subject.name,
    ...(reason !== undefined && { reason }),
    ...(date !== undefined && { date }),
  };
}

const keyOf = (id: string, kind: RepoKind): string => `${kind === 'unknown' ? 'model' : kind} ${id.toLowerCase()}`;

function indexed(entries: readonly PolicyEntry[]): (id: string, kind: RepoKind) => PolicyEntry | undefined {
  const repos = new Map<string, PolicyEntry>();
  const publishers = new Map<string, PolicyEntry>();
  for (const entry of entries) {
    const { subject } = entry;
    if (subject.by === 'repo') repos.set(keyOf(subject.id, subject.kind), entry);
    else publishers.set(subject.name.toLowerCase(), entry);
  }
  return (id, kind) => {
    const slash = id.indexOf('/');
    return repos.get(keyOf(id, kind)) ?? (slash < 0 ? undefined : publishers.get(id.slice(0, slash).toLowerCase()));
  };
}

const REPO = /^(?:(models|datasets|spaces|kernels)\/)?([\w.-]+(?:\/[\w.-]+)?)$/;
const PUBLISHER = /^[\w.-]+$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const KINDS: Readonly<Record<string, RepoKind>> = {
  models: 'model',
  datasets: 'dataset',
  spaces: 'space',
  kernels: 'kernel',
};

class PolicyReader {
  readonly problems: PolicyProblem[] = [];
  readonly lists: { readonly approved: PolicyEntry[]; readonly blocked: PolicyEntry[] } = { approved: [], blocked: [] };
  readonly words: Span[] = [];
  whole = true;
  readonly #told = { error: 0, warning: 0 };

  problem(message: string, span: Span, severity: PolicyProblem['severity'] = 'error'): void {
    this.#told[severity] += 1;
    if (this.#told[severity] > MOST_PROBLEMS + 1) return;
    const told = this.#told[severity] > MOST_PROBLEMS ? 'There is more to mend from here on.' : message;
    this.problems.push({
      severity,
      message: told,
      span: { start: span.start, end: Math.max(span.end, span.start + 1) },
    });
  }

  /** A problem that leaves no approval beyond doubt. */
  broken(message: string, span: Span): void {
    this.whole = false;
    this.problem(message, span);
  }

  top(contents: Node | null): void {
    if (contents === null || (isScalar(contents) && contents.value === null)) return;
    if (!isMap(contents)) {
      this.problem('A policy has the lists `approved` and `blocked`.', spanOf(contents));
      return;
    }
    for (const { name, key, value } of this.#membersOf(contents)) {
      if (name === 'approved' || name === 'blocked') {
        for (const entry of this.#list(name, value, spanOf(key))) this.lists[name].push(entry);
      } else this.problem(`There is no \`${name}\` in a policy: it has \`approved\` and \`blocked\`.`, spanOf(key));
    }
  }

  #membersOf(map: YAMLMap): ReturnType<typeof membersOf> {
    const members = membersOf(map);
    for (const { name, key, repeated } of members) {
      if (repeated) this.broken(`There is a \`${name}\` before this one: put both together.`, spanOf(key));
    }
    return members;
  }

  contradictions(approved: readonly PolicyEntry[], blocked: readonly PolicyEntry[]): void {
    const find = indexed(blocked);
    for (const { subject, span } of approved) {
      const isBlocked =
        subject.by === 'repo'
          ? find(subject.id, subject.kind)
          : blocked.some(
              ({ subject: other }) =>
                other.by === 'publisher' && other.name.toLowerCase() === subject.name.toLowerCase(),
            );
      if (isBlocked) this.problem('This is blocked too, and a block counts more than an approval.', span, 'warning');
    }
  }

  #list(name: string, value: Node | null, at: Span): PolicyEntry[] {
    if (value === null || (isScalar(value) && value.value === null)) return [];
    if (!isSeq(value)) {
      this.problem(`\`${name}\` is a list: each entry begins with \`- repo:\` or \`- publisher:\`.`, at);
      return [];
    }
    return value.items.flatMap(item => this.#entry(item as Node) ?? []);
  }

  #entry(item: Node): PolicyEntry | undefined {
    if (!isMap(item)) {
      this.problem('An entry begins with `repo:` or `publisher:`.', spanOf(item));
      return undefined;
    }
    const members = new Map<string, { key: Node; value: Node | null }>();
    for (const { name, key, value, repeated } of this.#membersOf(item)) {
      if (!repeated) members.set(name, { key, value });
      if (!['repo', 'publisher', 'reason', 'date'].includes(name)) {
        this.problem(
          `An entry has no \`${name}\`: only \`repo\` or \`publisher\`, \`reason\` and \`date\`.`,
          spanOf(key),
        );
      }
    }
    const [repo, publisher] = [members.get('repo'), members.get('publisher')];
    const named = repo ?? publisher;
    if (!named || (repo && publisher)) {
      this.problem('An entry names either a `repo` or a `publisher`.', spanOf(item));
      return undefined;
    }
    const subject = this.#subject(repo ? 'repo' : 'publisher', named.value ?? named.key);
    if (!subject) return undefined;
    const said = members.get('reason')?.value;
    const reason = textOf(said);
    const date = textOf(members.get('date')?.value);
    const span = spanOf(named.value ?? named.key);
    this.words.push(span, ...(said ? [spanOf(said)] : []));
    if (!reason) this.problem('A `reason` is missing: in a year nobody will know it.', span, 'warning');
    if (date === undefined) this.problem('A `date` is missing: when was this decided?', span, 'warning');
    else if (!DATE.test(date)) this.problem('A `date` is written as 2026-11-20.', spanOf(members.get('date')!.value!));
    return {
      subject,
      span,
      ...(reason && { reason }),
      ...(date !== undefined && DATE.test(date) && { date }),
    };
  }

  #subject(by: 'repo' | 'publisher', value: Node): PolicyEntry['subject'] | undefined {
    const written = textOf(value) ?? '';
    if (by === 'publisher') {
      if (PUBLISHER.test(written)) return { by, name: written };
      this.problem('A publisher is written as on the Hub, without a slash: `openai`.', spanOf(value));
      return undefined;
    }
    const [, folder, id] = REPO.exec(written) ?? [];
    if (id !== undefined) return { by, id, kind: folder === undefined ? 'model' : KINDS[folder]! };
    this.problem('A repo is written as `publisher/name`, a dataset as `datasets/publisher/name`.', spanOf(value));
    return undefined;
  }
}
