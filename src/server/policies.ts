import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { messageText } from '../core/reports/escape.ts';
import type { Decide } from '../core/rules/decision.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { decisionsOf, noDecision, onlyBlocks, POLICY_FILE, type Policy, readPolicy } from '../core/trust/policy.ts';
import type { PolicyText } from '../workspace/policyFile.ts';
import { SOURCE } from './features/diagnostics.ts';
import type { Folders } from './folders.ts';
import { toRange } from './protocolRange.ts';
import type { Publisher } from './publisher.ts';

export interface PoliciesNeeds {
  readonly folders: Folders;
  readonly trusted: () => boolean;
  readonly policyText: (path: string) => Promise<PolicyText>;
  readonly publisher: Publisher;
  readonly isOpen: (uri: string) => boolean;
}

export interface Policies {
  /** What the policies of all workspace folders say; a block of one counts more than an approval of another. */
  readonly decide: Decide;
  /** Reads them from the disk: what is not saved does not hold. True: they say something else than before. */
  readonly load: () => Promise<boolean>;
  /** Until what was begun last is read. */
  readonly loaded: () => Promise<void>;
  /** The editor shows something else of the files than we have told it: the next reading tells it anew. */
  readonly forget: () => void;
}

/** The policies of the workspace, and what is wrong in them. */
export function holdPolicies(needs: PoliciesNeeds): Policies {
  const { folders, trusted, policyText, publisher, isOpen } = needs;
  let decide: Decide = noDecision;
  let known: string | undefined;
  let loading: Promise<unknown> = Promise.resolve();

  async function load(): Promise<boolean> {
    const read = await Promise.all(
      folders.all().map(async folder => {
        const path = join(folder, POLICY_FILE);
        return { uri: URI.file(path).toString(), text: await policyText(path) };
      }),
    );
    const state = JSON.stringify([trusted(), read]);
    if (state === known) return false;
    const first = known === undefined;
    known = state;
    const policies: Policy[] = [];
    for (const { uri, text } of read) {
      if (typeof text === 'string') policies.push(readPolicy(text).policy);
      if (!isOpen(uri)) publisher.publish({ uri, policy: policyDiagnostics(text ?? '', trusted()) });
    }
    const all = {
      approved: policies.flatMap(({ approved }) => approved),
      blocked: policies.flatMap(({ blocked }) => blocked),
    };
    decide = decisionsOf(trusted() ? all : onlyBlocks(all));
    return !first || policies.length > 0;
  }

  return {
    decide: repo => decide(repo),
    loaded: async () => void (await loading),
    load() {
      const begun = load();
      loading = begun.catch(() => undefined);
      return begun;
    },
    forget() {
      known = '';
    },
  };
}

const AT_THE_TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** What is wrong in a policy, where it stands; and that approvals do not hold where nobody trusts the workspace. */
export function policyDiagnostics(text: NonNullable<PolicyText>, trusted: boolean): Diagnostic[] {
  if (typeof text === 'object') {
    const message = `The policy is not read: ${text.problem}. It blocks and approves nothing.`;
    return [{ range: AT_THE_TOP, severity: DiagnosticSeverity.Error, source: SOURCE, message }];
  }
  const lines = new LineIndex(text);
  const { policy, problems } = readPolicy(text);
  const [first] = policy.approved;
  const told = problems.map(({ severity, message, span }) => ({
    range: toRange(lines, span),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: SOURCE,
    message: messageText(message),
  }));
  if (trusted || !first) return told;
  const message = 'Approvals count only once you trust this workspace. Blocks count already.';
  return [
    ...told,
    { range: toRange(lines, first.span), severity: DiagnosticSeverity.Information, source: SOURCE, message },
  ];
}
