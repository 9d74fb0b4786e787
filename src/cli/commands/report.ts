import { type Facts, notLookedUp } from '../../core/facts/facts.ts';
import type { Reference, RepoKind } from '../../core/references/reference.ts';
import { trustReport } from '../../core/reports/report/makeReport.ts';
import { reportHtml } from '../../core/reports/report/reportHtml.ts';
import { reportJson } from '../../core/reports/report/reportJson.ts';
import { reportMarkdown } from '../../core/reports/report/reportMarkdown.ts';
import { reportText } from '../../core/reports/report/reportText.ts';
import type { RepoUse } from '../../core/reports/report/trustReport.ts';
import { findingsOf, usesIn } from '../../core/reports/report/uses.ts';
import { nothingAround } from '../../core/rules/rule.ts';
import { withBare } from '../../core/trust/heardFindings.ts';
import { cachedFolder } from '../../hub/localCache.ts';
import { unlessAborted } from '../../workspace/aborted.ts';
import type { Command, World } from '../command.ts';
import { exitCode, fails } from '../exitCode.ts';
import { HUB_OPTIONS, type Hub, openHubOf } from '../hub.ts';
import { type Arguments, failOn, format, levels, oneOf } from '../options.ts';
import { policyFor } from '../policy.ts';
import { readRepoId } from '../repoId.ts';
import { UsageError } from '../usageError.ts';
import { engineFor, judgeByKnown } from './scanFolders.ts';

const FORMATS = ['text', 'json', 'markdown', 'html'] as const;

type Repo = Pick<Reference, 'id' | 'kind'>;

const KINDS = ['model', 'dataset', 'space'] as const;

export const reportCommand: Command = {
  name: 'report',
  purpose: 'Tell all that is known of one repo, and what it is judged by.',
  usage: 'report ID [PATH…]',
  explains: [
    "An id is a model's, unless --kind says otherwise or it is written datasets/ORG/NAME or spaces/ORG/NAME.",
    'With paths, the report also tells where the files there name the repo, and is judged by what is found at these places.',
    'The Hub is asked with some six small requests. What could not be asked is said, and neither good nor bad.\nThe HTML file is whole in itself: it runs no script and loads nothing.',
  ],
  formats: FORMATS,
  options: [
    'format',
    'output',
    'kind',
    'revision',
    'fail-on',
    'rule',
    'policy',
    'advisories',
    'exclude',
    'no-gitignore',
    ...HUB_OPTIONS,
    'no-color',
    'help',
  ],
  examples: [
    ['model-trust report openai/privacy-filter', 'for a person'],
    ['model-trust report org/name .', 'and where this folder names it'],
    ['model-trust report org/name --format html -o report.html', 'a page to keep or to send'],
    ['model-trust report org/name --format markdown', 'for the comment of a pull request'],
    ['model-trust report --kind dataset org/name --format json', 'a dataset, for a program'],
  ],
  async run(args, world) {
    const chosen = format(args, FORMATS);
    const floor = failOn(args);
    const { id, kind } = requested(args);
    const revision = args.text('revision');
    const wished = levels(args);
    const decision = await policyFor(args, world, true);
    const hub = await openHubOf(args, world);
    const engine = await engineFor(args, world);
    const facts = await lookedUp(hub, id, kind, world);
    const paths = args.positionals.slice(1);
    const key = (repo: Repo) => engine.repoKey(repo).toLowerCase();
    const isMeant = (repo: Repo) => key(repo) === key({ id, kind });
    const judge = { levels: wished, decision, facts: (repo: Repo) => (isMeant(repo) ? facts : notLookedUp) };
    const named = paths.length === 0 ? undefined : await judgeByKnown(engine, withPaths(args, paths), world, judge);
    const uses: readonly RepoUse[] | undefined = named && usesIn(named.files, isMeant);
    const downloaded = cachedFolder({ id, kind }, world.environment);
    const options = { ...judge, surroundings: { ...nothingAround, downloaded: () => downloaded } };
    const found = withBare(findingsOf(named?.files ?? [], isMeant), engine.judgeId(id, kind, options));
    const assessment = engine.assess(id, kind, found, options);
    const report = trustReport({ assessment, facts, ...engine.data, uses, downloaded, revision, now: Date.now() });
    const told = {
      text: () => reportText(report, world.paint(args)),
      json: () => reportJson(world.version, report),
      markdown: () => reportMarkdown(report),
      html: () => reportHtml(report),
    };
    const output = await world.open(args);
    await output.write(told[chosen]());
    await output.finish();
    hub.tally.tell(world.say);
    if (named?.failed) return exitCode.unfinished;
    return assessment.signals.some(({ severity }) => fails(severity, floor)) ? exitCode.found : exitCode.clean;
  },
};

async function lookedUp(hub: Hub, id: string, kind: RepoKind, world: World): Promise<Facts> {
  world.progress(`Asking ${hub.host}`);
  const facts = await unlessAborted(hub.lookUp({ id, kind }), world.signal);
  world.progress('');
  return facts;
}

function requested(args: Arguments): { readonly id: string; readonly kind: RepoKind } {
  const [text] = args.positionals;
  if (text === undefined) throw new UsageError('Which repo? Give its id: model-trust report org/name');
  const { id, kind, possible } = readRepoId(text);
  if (!possible || text.trim() !== text) throw new UsageError(`"${text}" is not an id. Write it as org/name.`);
  const wished = args.text('kind');
  if (wished === undefined) return { id, kind };
  const asked = oneOf('--kind', wished, KINDS);
  if (kind !== 'model' && kind !== asked)
    throw new UsageError(`"${text}" is a ${kind}, and --kind says ${asked}. Leave one of them out.`);
  return { id, kind: asked };
}

/** The same arguments as a command has them that takes paths alone. */
const withPaths = (args: Arguments, positionals: readonly string[]): Arguments => ({ ...args, positionals });
