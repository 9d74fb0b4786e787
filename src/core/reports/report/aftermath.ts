import type { Advisories, AdvisoryClass } from '../../advisories/advisories.ts';
import type { Assessment } from '../../trust/assessment.ts';
import type { Aftermath, RepoUse } from './trustReport.ts';
import { quoted, shortened } from './words.ts';

/** Worst first: what a repo is listed as decides what to do. */
const CLASSES: readonly AdvisoryClass[] = ['campaign', 'hosting', 'impersonation', 'demonstration'];

export interface AftermathQuestion {
  readonly assessment: Assessment;
  readonly advisories: Advisories;
  /** Absent where nobody searched for them. */
  readonly uses?: readonly RepoUse[] | undefined;
  /** Only the files were searched that an editor has open. */
  readonly openFilesOnly?: true;
  /** Where this machine's cache holds the repo. */
  readonly downloaded?: string | undefined;
}

/** What to do where a repo that is listed, dangerous or risky was used already. Nothing to do for others. */
export function aftermathOf(question: AftermathQuestion): Aftermath | null {
  const { assessment, advisories, downloaded } = question;
  const listed = advisories.about(assessment.id, assessment.kind);
  const worst = CLASSES.find(each => listed.some(advisory => advisory.class === each));
  const bad = assessment.verdict === 'dangerous' || assessment.verdict === 'risky';
  // A team may block for its licence: that says nothing of what its code does.
  const speaksAgainst = assessment.signals.some(
    ({ rule, severity }) => rule !== 'blocked-by-policy' && (severity === 'error' || severity === 'warning'),
  );
  if (!worst && !(bad && speaksAgainst)) return null;
  const confirmed = listed.some(advisory => advisory.class === 'campaign' && advisory.confidence !== 'probable');
  return {
    class: worst ?? 'unlisted',
    sentence: whatIsKnown(question),
    ran: confirmed ? RAN_MALWARE : worst ? RAN_CODE : RAN_UNCONFIRMED,
    named: named(assessment, downloaded),
  };
}

function whatIsKnown({ uses, openFilesOnly, downloaded }: AftermathQuestion): string {
  const loads = uses?.filter(({ link }) => !link) ?? [];
  const running = loads.filter(({ trustRemoteCode }) => trustRemoteCode);
  const places = (n: number) => (n === 1 ? 'one place' : `${n} places`);
  return [
    uses === undefined
      ? 'No workspace was searched for places that load it.'
      : loads.length === 0
        ? `Nothing in ${openFilesOnly ? 'the open files' : 'this workspace'} loads it.`
        : `${openFilesOnly ? 'The open files load' : 'This workspace loads'} it at ${places(loads.length)}${running.length > 0 ? `, and ${openFilesOnly ? 'let' : 'lets'} its Python code run at ${places(running.length)}` : ''}.`,
    ...(openFilesOnly ? ['The rest of the workspace was not searched.'] : []),
    ...(downloaded === undefined ? [] : [`It is in this machine's cache: ${quoted(shortened(downloaded, 400))}.`]),
    'Whether anything of it was ever run, only you can know: to clone or to download is not to run.',
  ].join(' ');
}

const HUGGING_FACE =
  'At Hugging Face, invalidate and refresh your tokens (settings, access tokens), and look through your repos and organisations for commits that you do not know.';
const RECORD = 'Write down the id and the commit that was loaded, and report the repo to Hugging Face.';

/** Machines that ran what is known to rob. Isolation comes first: what was installed may still read files. */
const RAN_MALWARE: Aftermath['ran'] = {
  when: 'If a launcher or code of it ran on a machine',
  steps: [
    'Take the machine off the network before anything else: what was installed may still read its files, new secrets among them.',
    'From another device, end all sessions of browsers and services first, for stolen cookies get past a second factor. Then change saved passwords, OAuth grants, SSH keys, and the tokens of clouds and APIs.',
    'Move what is in wallets of that machine to a wallet with a new seed.',
    'Set the machine up anew instead of cleaning it. That nothing is found to stay does not mean that nothing was taken.',
    HUGGING_FACE,
    'If it is a machine of work, tell the security team now. They can look for Python that started PowerShell, for new exclusions of the antivirus, and for scheduled tasks under the name of a browser.',
    RECORD,
  ],
};

/** Hosts that loaded code which is shown to run, and not known to rob. */
const RAN_CODE: Aftermath['ran'] = {
  when: 'If its code or a pickle of it was loaded',
  steps: [
    'Renew every secret that this host could reach: on a GPU server or a CI runner those are more than your own.',
    HUGGING_FACE,
    RECORD,
  ],
};

const RAN_UNCONFIRMED: Aftermath['ran'] = {
  when: 'If its code was loaded, or a script of it was run',
  steps: [
    'Nobody has confirmed that it does harm. Until somebody has read what ran, keep that machine off the network and use no secret on it.',
    ...RAN_CODE.steps,
  ],
};

function named({ signals }: Assessment, downloaded: string | undefined): Aftermath['named'] {
  const meant = signals.find(({ target }) => target !== undefined)?.target;
  return {
    when: 'If it was only named or downloaded, and nothing of it ran',
    steps: [
      'Remove the reference.',
      downloaded === undefined
        ? 'Delete its snapshot from the cache of Hugging Face, on every machine that loaded it.'
        : `Delete its snapshot from the cache: ${quoted(shortened(downloaded, 400))}.`,
      meant === undefined
        ? 'Pin the repo that you meant by its full commit.'
        : `Pin the repo that you meant, ${quoted(shortened(meant))} perhaps, by its full commit.`,
    ],
  };
}
