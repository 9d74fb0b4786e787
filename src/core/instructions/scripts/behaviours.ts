/** What a line of a script may do that a loader of models has no business doing. One row a behaviour, for all languages. */
interface Behaviour {
  /** Follows "this line". */
  readonly does: string;
  /** Of one line alone; a detector may lower or raise it where it sees more. */
  readonly strength: 1 | 2 | 3;
  /** Why this strength. */
  readonly because: string;
}

export const BEHAVIOURS = {
  'tls-off': {
    does: 'turns TLS verification off',
    strength: 1,
    because: 'notebooks do it to get past a broken certificate store',
  },
  'decoded-address': {
    does: 'hides an address in encoded text',
    strength: 2,
    because: 'honest code has no reason to hide where it downloads from',
  },
  'disguised-address': {
    does: 'puts an address together from reversed or numbered letters',
    strength: 3,
    because: 'only disguise needs it',
  },
  'dead-drop': {
    does: 'fetches from a paste service',
    strength: 2,
    because: 'what such a page says can change without a commit',
  },
  'hidden-dead-drop': {
    does: 'fetches from a paste service whose address is encoded',
    strength: 3,
    because: 'Open-OSS: base64 of a JSON Keeper address',
  },
  'fetch-and-run': {
    does: 'runs text that was fetched from the network',
    strength: 3,
    because: 'the stranger at the other end decides what runs, at any time',
  },
  'download-and-run': {
    does: 'downloads a program and runs it',
    strength: 2,
    because: 'installers do it too, from known hosts',
  },
  'nested-beyond-reading': {
    does: 'is nested deeper than any program that people write',
    strength: 3,
    because: 'readers of code give up on it, and so does this one: what it hides is not seen',
  },
  'official-installer': {
    does: "runs a known project's installer",
    strength: 1,
    because: 'exact host and path are in the table of installers',
  },
  'pipe-to-shell': { does: 'pipes a download into a shell', strength: 2, because: 'set-up scripts do it as well' },
  'decoded-code': { does: 'runs code that was encoded', strength: 3, because: 'only disguise needs it' },
  'hidden-powershell': {
    does: 'starts PowerShell hidden or with an encoded command',
    strength: 3,
    because: 'Open-OSS stage 1',
  },
  'policy-bypass': {
    does: "bypasses PowerShell's execution policy",
    strength: 1,
    because: 'honest batch files start their own .ps1 this way',
  },
  'defender-exclusion': { does: 'exempts files from Windows Defender', strength: 3, because: 'Open-OSS stage 2' },
  'protection-off': { does: 'switches protection off', strength: 3, because: 'no model needs it' },
  'vendor-task': {
    does: "schedules a task under a vendor's name",
    strength: 3,
    because: 'Open-OSS: MicrosoftEdgeUpdateTaskCore; js-logger: MicrosoftSystem64',
  },
  'scheduled-task': { does: 'schedules a task', strength: 1, because: 'services and updaters do it in the open' },
  'starts-at-login': {
    does: 'makes something start at every login',
    strength: 2,
    because: 'desktop programs do it, loaders of models do not',
  },
  elevation: { does: 'asks for administrator rights', strength: 1, because: 'installers do it' },
  'stolen-data': {
    does: "reads browsers' or wallets' secrets",
    strength: 3,
    because: 'sefirah and every other stealer',
  },
  'reads-credentials': {
    does: 'reads keys or tokens of this account',
    strength: 1,
    because: 'command-line tools read their own credentials',
  },
  'sends-environment': {
    does: 'sends environment variables away',
    strength: 3,
    because: 'they hold tokens; no loader needs it',
  },
  'blinds-defences': {
    does: 'tampers with AMSI or ETW',
    strength: 3,
    because: 'Open-OSS payload; no honest use outside of research',
  },
  'checks-for-analysis': {
    does: 'looks for a debugger, virtual machine or sandbox',
    strength: 2,
    because: 'Open-OSS payload; licence checks do it rarely',
  },
  'injects-code': {
    does: 'writes machine code into memory and starts it',
    strength: 3,
    because: 'loaders of shellcode',
  },
  'reverse-shell': {
    does: 'gives a remote machine a shell here',
    strength: 3,
    because: 'the payload of most code-running models on record',
  },
  'locked-archive': { does: 'unpacks an archive with a password', strength: 1, because: 'sample collections do it' },
  'obscured-command': {
    does: 'hides its command behind escapes',
    strength: 2,
    because: 'a shell needs none of them there',
  },
  'phishes-password': {
    does: "asks for the account's password in a dialog of its own",
    strength: 3,
    because: 'macOS stealers',
  },
  'removes-quarantine': {
    does: 'removes the mark by which macOS checks downloads',
    strength: 1,
    because: 'unsigned programs do it',
  },
  'failures-swallowed': {
    does: 'hides its failures',
    strength: 1,
    because: 'weak alone; Open-OSS did it around its fetch',
  },
} as const satisfies Record<string, Behaviour>;

export type BehaviourId = keyof typeof BEHAVIOURS;
