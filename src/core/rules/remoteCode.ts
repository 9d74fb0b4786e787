import type { Facts } from '../facts/facts.ts';
import { hasNoStanding, type Standing, type StandingLevel, standingOf } from '../facts/standing.ts';
import type { Reading } from '../reading.ts';
import type { Reference, Stated } from '../references/reference.ts';
import type { Span } from '../text/span.ts';
import { ownerOf } from './publisherHint.ts';
import { isFullCommit } from './revision.ts';
import type { Fix, Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';
import { nameOf, publisherOf } from './words.ts';

export const remoteCode: Rule = {
  id: 'remote-code',
  title: "The repo's own Python code runs",
  depth: ['local', 'hub'],
  level: 'information',
  varies:
    'hint where a full commit pins the code; warning unpinned from a young or unknown publisher, and for a kernel or a loading script of theirs',
  asks: "Does the load run the repo's own Python code, and whose is it?",
  why: 'With `trust_remote_code=True` the library imports Python files of the repo, today those of whatever commit the branch points at. Many honest models need it; a pin says which code you have looked at. `revision` does not pin the code of another repo that `auto_map` names: `code_revision` does.',
  advice: 'Read the code, pin the commit that you read, or turn it off where the library knows the architecture.',
  source: 'The documentation of transformers; its SECURITY.md gives the same advice.',
  example: 'AutoModel.from_pretrained("org/name", trust_remote_code=True)',
  onReference(reference, context) {
    const flag = reference.trustRemoteCode;
    const facts = context.facts(reference);
    const isAllowed = flag.state === 'known' && flag.value;
    // Nobody lacks standing who was not looked up.
    if (!isAllowed && facts.publisher.state !== 'known') return undefined;
    const owner = ownerOf(reference, context);
    const standing = standingOf(facts, owner, context.names);
    const isListed = (publisher: string) => context.names.judge(`${publisher}/-`).publisherListed;
    if (!isAllowed) return unasked(reference, facts, owner, standing, isListed);
    const code = facts.repo.state === 'known' ? facts.repo.value.code : undefined;
    const other = code?.modules.find(({ repo }) => repo && repo.toLowerCase() !== reference.id.toLowerCase())?.repo;
    const pinned = isPinned(reference.codeRevision) || (other === undefined && isPinned(reference.revision));
    const who = WHO[standing.level](owner, standing);
    const files = [...new Set(code?.modules.map(({ file }) => `\`${file}\``) ?? [])].slice(0, 4).join(', ');
    const runs = other ? ` out of \`${other}\`, which \`revision\` does not pin` : '';
    const beside = files ? `${files}; ${who}` : who;
    const severity = pinned ? 'hint' : hasNoStanding(standing) && code?.custom !== false ? 'warning' : 'information';
    const pin = other ? 'code_revision' : 'revision';
    return {
      severity,
      message: pinned
        ? `Loading \`${reference.id}\` runs Python code of the repo at a pinned commit${runs} (${beside}).`
        : `Loading \`${reference.id}\` runs whatever Python code the repo holds that day${runs} (${beside}). Read it and pin the commit with \`${pin}\`, or turn trust_remote_code off.`,
      weight: severity === 'warning' ? WEIGHT.warning : 0,
      fixes: turnedOff(flag.span, context.reading),
    };
  },
};

const WHO: Readonly<Record<StandingLevel, (owner: string, standing: Standing) => string>> = {
  'well-known': owner => `\`${owner}\` is a well-known publisher`,
  known: (owner, { numbers }) => `\`${owner}\`: ${numbers}`,
  unknown: (owner, { numbers }) => `\`${owner}\` has no history to speak of: ${numbers}`,
  young: (owner, { numbers }) => `\`${owner}\` is new: ${numbers}`,
  'not-known': () => 'its publisher was not looked up',
};

/** The repo has code of its own, and the line does not (yet) let it run: worth a warning only from a new account. */
function unasked(
  reference: Reference,
  facts: Facts,
  owner: string,
  standing: Standing,
  isListed: (publisher: string) => boolean,
) {
  const code = hasNoStanding(standing) ? ownCode(reference, facts, isListed) : undefined;
  if (!code) return undefined;
  const severity = standing.level === 'young' || code.always ? ('warning' as const) : ('hint' as const);
  return {
    severity,
    message: `\`${reference.id}\` ${code.says}, and ${WHO[standing.level](owner, standing)}. ${code.advice}`,
    weight: WEIGHT[severity],
  };
}

interface OwnCode {
  readonly says: string;
  readonly advice: string;
  /** Loading it runs it: there is no flag to leave out. */
  readonly always?: true;
}

function ownCode(
  { kind, id }: Reference,
  { repo, files }: Facts,
  isListed: (publisher: string) => boolean,
): OwnCode | undefined {
  if (kind === 'kernel') {
    const advice = 'Do not load it before somebody has looked.';
    return repo.state === 'known'
      ? { says: 'is native code that runs as it is loaded', advice, always: true }
      : undefined;
  }
  if (kind === 'dataset') {
    const script = `${nameOf(id)}.py`.toLowerCase();
    const found = files.state === 'known' && files.value.find(({ path }) => path.toLowerCase() === script);
    const advice = 'Load it with a later version, or read the script first.';
    return found
      ? { says: `has a loading script (\`${found.path}\`), which \`datasets\` before version 4 runs`, advice }
      : undefined;
  }
  const code = repo.state === 'known' && kind !== 'space' ? repo.value.code : undefined;
  // A fine-tune that takes the code of a well-known publisher's repo has none of its own.
  const module = code?.custom ? code.modules.find(({ repo }) => !repo || !isListed(publisherOf(repo))) : undefined;
  if (!module) return undefined;
  const advice = 'Do not allow it with trust_remote_code before you have read it.';
  const whose =
    module.repo && module.repo.toLowerCase() !== id.toLowerCase() ? `out of \`${module.repo}\`` : 'of its own';
  return { says: `asks for Python code ${whose} (\`${module.file}\`)`, advice };
}

const isPinned = (revision: Stated<string>): boolean => revision.state === 'known' && isFullCommit(revision.value);

const OFF: Readonly<Record<string, string>> = {
  True: 'False',
  true: 'false',
  '1': '0',
  '"true"': '"false"',
  "'true'": "'false'",
  "'1'": "'0'",
  '"1"': '"0"',
};

/** The flag's value turned round, or the bare switch of a command line taken out. Nothing where its text is neither. */
function turnedOff(flag: Span, { text }: Reading): Fix[] {
  const title = 'Turn trust_remote_code off';
  const written = text.slice(flag.start, flag.end);
  const off = OFF[written];
  if (off) return [{ title, edits: [{ span: flag, newText: off }], preferred: false }];
  if (!/^--?trust[-_]remote[-_]code$/.test(written)) return [];
  const start = text[flag.start - 1] === ' ' ? flag.start - 1 : flag.start;
  return [{ title, edits: [{ span: { start, end: flag.end }, newText: '' }], preferred: false }];
}
