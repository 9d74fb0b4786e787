import { scanJson } from '../../core/reports/json.ts';
import { scanMarkdown } from '../../core/reports/markdown.ts';
import { type ScanReport, scanReport } from '../../core/reports/scanReport.ts';
import { scanText } from '../../core/reports/text.ts';
import type { Command } from '../command.ts';
import { exitCode, type FailOn, fails } from '../exitCode.ts';
import { HUB_OPTIONS, openHubOf } from '../hub.ts';
import { failOn, format, levels } from '../options.ts';
import { policyFor } from '../policy.ts';
import { engineFor, judgeFolders } from './scanFolders.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;

export const scanCommand: Command = {
  name: 'scan',
  purpose: 'Scan files and folders for references and instructions that deserve no trust.',
  usage: 'scan [PATH…]',
  explains: [
    'Reads code, notebooks, documents, scripts, configuration and container files under the given paths, or\nunder the working folder. (README.md lists the languages.)',
    'Files that .gitignore leaves out and folders of installed packages are not read, unless they are\nnamed or tracked by git; links are not followed. In lock files and minified scripts only tokens\nare looked for, unless such a file is named.',
    'Then it asks the Hub about each repo that the files name: six or seven small requests a repo, the id and\nnothing else of yours in them. What is loaded goes first; of the repos that are only linked to, 40 are\nlooked up. What could not be asked is said, and leaves the verdict to what is known.',
    'A comment silences a finding on its line: # model-trust: ignore[rule-id]\nWhat the team approves and blocks stands in model-trust.yaml.',
  ],
  formats: FORMATS,
  options: [
    'format',
    'output',
    'fail-on',
    'rule',
    'no-inline-ignores',
    'policy',
    'advisories',
    'exclude',
    'no-gitignore',
    ...HUB_OPTIONS,
    'verbose',
    'no-color',
    'help',
  ],
  examples: [
    ['model-trust scan', 'this folder'],
    ['model-trust scan src README.md', 'only these'],
    ['model-trust scan --format json -o trust.json', 'everything, for a program'],
    ['model-trust scan --format markdown', 'for the comment of a pull request'],
    ['model-trust scan --rule unpinned-revision=warning', 'insist on pinned revisions'],
    ['model-trust scan --fail-on error', 'let warnings pass in CI'],
    ['model-trust scan --offline', 'ask nobody'],
    ['model-trust scan --hub-url https://hf.example --token-env MY_TOKEN', 'ask a mirror'],
  ],
  async run(args, world) {
    const chosen = format(args, FORMATS);
    const floor = failOn(args);
    const inlineIgnores = !args.flag('no-inline-ignores');
    const decision = await policyFor(args, world, inlineIgnores);
    const judge = { levels: levels(args), inlineIgnores, decision };
    const hub = await openHubOf(args, world);
    const engine = await engineFor(args, world);
    const scanned = await judgeFolders(engine, args, world, hub, judge);
    const report = scanReport(engine, { version: world.version, ...scanned }, { ...judge, facts: scanned.facts });
    const told = {
      text: () => scanText(report, { paint: world.paint(args), verbose: args.flag('verbose') }),
      json: () => scanJson(report, engine.repoKey),
      markdown: () => scanMarkdown(report),
    };
    const output = await world.open(args);
    await output.write(told[chosen]());
    await output.finish();
    if (!output.isClosed()) hub.tally.tell(world.say);
    if (scanned.failed) return exitCode.unfinished;
    return hasFailure(report, floor) ? exitCode.found : exitCode.clean;
  },
};

const hasFailure = (report: ScanReport, floor: FailOn): boolean =>
  report.files.some(file => file.findings.some(({ finding }) => !finding.suppressed && fails(finding.severity, floor)));
