import type { RepoFacts } from '../facts/repoFacts.ts';
import { ownerOf } from './publisherHint.ts';
import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';
import { publisherOf } from './words.ts';

/** What a template of a chat has no use for, and an escape from its sandbox does. Source: CVE-2024-34359. */
const TEMPLATE_ESCAPE = /__(?:class|base|bases|mro|subclasses|globals|builtins|import|init)__/;

export const configRunsCode: Rule = {
  id: 'config-runs-code',
  title: 'The config reaches for code elsewhere',
  depth: ['hub', 'deep'],
  level: 'warning',
  varies: 'hint where the code is of a well-known publisher',
  asks: "Does the config name another owner's code, native kernels, or a template that breaks out?",
  why: 'Weights can be harmless while the config beside them makes the library fetch and run code of somebody else. `revision` does not pin that code; `code_revision` does.',
  advice: 'Look at the other repo and pin it with `code_revision`, or do not load this one.',
  source:
    'transformers `auto_map`; CVE-2026-4372 (attention kernels), CVE-2025-23304 (`_target_`), CVE-2024-34359 (templates).',
  example: '"auto_map": {"AutoModel": "other/repo--modeling.Model"}',
  onReference(reference, context) {
    const { repo } = context.facts(reference);
    if (repo.state !== 'known') return undefined;
    const owner = ownerOf(reference, context).toLowerCase();
    const found = hazardsOf(repo.value, owner);
    const strange = found.find(({ publisher }) => !publisher || !isWellKnown(publisher, context.names));
    const worst = strange ?? found[0];
    if (!worst) return undefined;
    const severity = strange ? 'warning' : 'hint';
    return {
      severity,
      message: `The config of \`${reference.id}\` ${worst.says}. ${strange ? 'Look at it before you load this.' : 'That owner is well known.'}`,
      weight: WEIGHT[severity],
      source: repo.source.host,
    };
  },
};

const isWellKnown = (publisher: string, names: { judge(id: string): { publisherListed: boolean } }) =>
  /^(?:kernels-community|huggingface)$/i.test(publisher) || names.judge(`${publisher}/-`).publisherListed;

function hazardsOf({ code, chatTemplate }: RepoFacts, owner: string): { says: string; publisher?: string }[] {
  const others = code.modules.flatMap(({ repo, file }) =>
    repo && publisherOf(repo).toLowerCase() !== owner
      ? [{ says: `takes its code (\`${file}\`) from \`${repo}\`, another owner's repo`, publisher: publisherOf(repo) }]
      : [],
  );
  const kernels = (code.kernels ?? []).map(kernel => ({
    says: `takes native code from the kernels of \`${kernel}\``,
    publisher: publisherOf(kernel),
  }));
  const targets = (code.targets ?? [])
    .filter(target => /^(?:builtins|os|subprocess|sys|importlib|runpy|shutil|posix)\./.test(target))
    .map(target => ({ says: `has \`${target}\` called` }));
  const template =
    chatTemplate !== undefined && TEMPLATE_ESCAPE.test(chatTemplate)
      ? [{ says: "has a chat template that reaches for Python's insides" }]
      : [];
  return [...template, ...targets, ...others, ...kernels];
}
