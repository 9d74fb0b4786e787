import type { Facts } from '../facts/facts.ts';
import { hasNoStanding, standingOf } from '../facts/standing.ts';
import type { Reading } from '../reading.ts';
import type { Reference } from '../references/reference.ts';
import { useOtherRepo } from './intendedId.ts';
import { cardLauncher } from './loaderInstructions.ts';
import { ownerOf } from './publisherHint.ts';
import type { Rule, RuleContext } from './rule.ts';
import { bySeverity, type Severity } from './severity.ts';
import { inflatedNumbers } from './velocity.ts';
import { WEIGHT } from './weights.ts';
import { downloadsUpTo, nameOf } from './words.ts';

export const sameName: Rule = {
  id: 'same-name',
  title: "Exactly the name of somebody else's established repo",
  depth: ['local', 'hub'],
  level: 'hint',
  varies:
    'warning where the document also tells its reader to run a launcher, or the publisher is young or unknown and names no base model (information where an old account copied data alone), or the numbers are inflated; error where the launcher is of this very repo',
  asks: 'Does the repo carry exactly the name of an established repo by somebody else?',
  why: 'All seven repos of the campaign of May 2026 copied a name letter for letter under an unrelated publisher. Honest copies, quantised ones above all, do the same every day, so alone this is worth no more than a hint.',
  advice: "Make sure that you mean this publisher's copy and not the original.",
  source:
    'The embedded name index. In 2022 every fiftieth repo of the Hub carried the name of a popular one by somebody else.',
  example: 'AutoModel.from_pretrained("anthfu/DeepSeek-V4-Pro")',
  onReference(reference, context) {
    const { names, reading } = context;
    if (reference.kind !== 'model' && reference.kind !== 'unknown') return undefined;
    const found = names.judge(reference.id).lookalikes.find(lookalike => lookalike.kind === 'same-name');
    if (!found) return undefined;
    const { severity, because } = stronger(corroborated(reference, reading), byFacts(reference, context));
    return {
      severity,
      message: `\`${nameOf(reference.id)}\` is also the name of \`${found.target}\` (${downloadsUpTo(names.info.date, found.targetDownloads)}), which is the established one${because}. Check that you mean this publisher.`,
      weight: WEIGHT[severity],
      target: found.target,
      distance: 0,
      source: `name index of ${names.info.date}`,
      fixes: [useOtherRepo(reference, found.target, severity !== 'hint')],
    };
  },
};

/**
 * A copied name whose document says to run a launcher that its model does not need is the shape of the campaign; when the
 * document clones this very repo, the launcher is the repo's. The launcher of an application says nothing of the name.
 */
function corroborated(reference: Reference, reading: Reading): { severity: Severity; because: string } {
  const launcher = reading.hazards.find(
    hazard =>
      hazard.type === 'instruction' &&
      hazard.family === 'launcher' &&
      hazard.told !== 'mention' &&
      hazard.aggravated !== undefined,
  );
  if (launcher?.type !== 'instruction') return { severity: 'hint', because: '' };
  const because = `, and this document says to run \`${launcher.file ?? launcher.evidence}\``;
  return /\bgit (lfs )?clone\b/.test(reference.api)
    ? { severity: 'error', because: `${because} after cloning it` }
    : { severity: 'warning', because };
}

type Corroboration = { readonly severity: Severity; readonly because: string };

const stronger = (a: Corroboration, b: Corroboration): Corroboration =>
  bySeverity(a.severity, b.severity) <= 0 && a.severity !== 'hint' ? a : b;

/** What the Hub tells beside the name. A declared base is how honest copies say whose work they are. */
function byFacts(reference: Reference, context: RuleContext): Corroboration {
  const facts = context.facts(reference);
  const owner = ownerOf(reference, context);
  const standing = standingOf(facts, owner, context.names);
  const strange = hasNoStanding(standing);
  const launcher = cardLauncher(reference, context);
  if (launcher && strange)
    return {
      severity: 'error',
      because: `, and the card of this one says to run \`${launcher.file ?? launcher.evidence}\` (${owner}: ${standing.numbers})`,
    };
  if (launcher && standing.level !== 'well-known')
    return {
      severity: 'warning',
      because: `, and the card of this one says to run \`${launcher.file ?? launcher.evidence}\``,
    };
  const inflated = standing.level === 'well-known' ? undefined : inflatedNumbers(facts, context.names);
  if (inflated) return { severity: 'warning', because: `, and this one has ${inflated}` };
  if (strange && facts.repo.state === 'known' && facts.repo.value.baseModels.length === 0)
    return {
      severity: standing.level === 'unknown' && isPlainCopy(facts) ? 'information' : 'warning',
      because: `, while \`${owner}\` is new or unknown here (${standing.numbers}) and names no base model`,
    };
  return { severity: 'hint', because: '' };
}

/** What a library only reads. Pickles are none of it. */
const DATA =
  /\.(?:safetensors|gguf|onnx|tflite|mlmodel|litertlm|jsonl?|txt|md|model|tiktoken|jinja|ya?ml|toml|csv|parquet|png|jpe?g|gif|svg|webp|pdf|wav|mp3|mp4)$|\.ml(?:package|modelc)\/|(?:^|\/)(?:\.git\w+|LICEN[CS]E|NOTICE)$/i;

/** People copy repos to have them at hand; a copy of data alone runs nothing, whoever made it. A new account's may still be a trap. */
function isPlainCopy({ repo, files }: Facts): boolean {
  if (repo.state !== 'known' || files.state !== 'known') return false;
  const { custom, kernels, targets } = repo.value.code;
  return !custom && !kernels && !targets && files.value.every(({ path }) => DATA.test(path));
}
