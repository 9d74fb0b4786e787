import type { Reading } from '../reading.ts';
import type { Stated } from '../references/reference.ts';
import type { Span } from '../text/span.ts';
import { isFullCommit } from './revision.ts';
import type { Fix, Rule } from './rule.ts';
import { publisherOf } from './words.ts';

export const remoteCode: Rule = {
  id: 'remote-code',
  title: "The repo's own Python code runs",
  depth: ['local', 'hub'],
  level: 'information',
  varies: 'hint where a full commit pins the code',
  asks: "Does the load run the repo's own Python code, and whose is it?",
  why: 'With `trust_remote_code=True` the library imports Python files of the repo, today those of whatever commit the branch points at. Many honest models need it; a pin says which code you have looked at. `revision` does not pin the code of another repo that `auto_map` names: `code_revision` does.',
  advice: 'Read the code, pin the commit that you read, or turn it off where the library knows the architecture.',
  source: 'The documentation of transformers; its SECURITY.md gives the same advice.',
  example: 'AutoModel.from_pretrained("org/name", trust_remote_code=True)',
  onReference(reference, { names, reading }) {
    const flag = reference.trustRemoteCode;
    if (flag.state !== 'known' || !flag.value) return undefined;
    const pinned = isPinned(reference.revision) || isPinned(reference.codeRevision);
    const standing = names.judge(reference.id).publisherListed
      ? `\`${publisherOf(reference.id)}\` is a well-known publisher`
      : 'its publisher was not looked up';
    return {
      severity: pinned ? 'hint' : 'information',
      message: pinned
        ? `Loading \`${reference.id}\` runs Python code of the repo at a pinned commit (${standing}).`
        : `Loading \`${reference.id}\` runs whatever Python code the repo holds that day (${standing}). Read it and pin the commit with \`revision\`, or turn trust_remote_code off.`,
      weight: 0,
      fixes: turnedOff(flag.span, reading),
    };
  },
};

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
