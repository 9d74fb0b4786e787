import type { Engine, JudgeOptions } from '../../core/engine.ts';
import type { Facts } from '../../core/facts/facts.ts';
import { factsText } from '../../core/reports/factsText.ts';
import { assessmentLine } from '../../core/reports/jsonl.ts';
import { assessmentText } from '../../core/reports/listings.ts';
import { counted } from '../../core/reports/scanReport.ts';
import { nothingAround } from '../../core/rules/rule.ts';
import type { Assessment } from '../../core/trust/assessment.ts';
import { cachedFolder } from '../../hub/localCache.ts';
import { piecesUnlessAborted } from '../../workspace/aborted.ts';
import { fileProblem } from '../../workspace/fileProblem.ts';
import type { Command, World } from '../command.ts';
import { exitCode, fails } from '../exitCode.ts';
import { HUB_OPTIONS, type Hub, openHubOf } from '../hub.ts';
import { linesOf } from '../lines.ts';
import { type Arguments, failOn, format, levels } from '../options.ts';
import { policyFor } from '../policy.ts';
import { type RequestedId, readRepoId } from '../repoId.ts';
import { UnfinishedError, UsageError } from '../usageError.ts';
import { idsInTurn } from './idsInTurn.ts';
import { engineFor } from './scanFolders.ts';

const FORMATS = ['text', 'jsonl'] as const;

/** Characters that are gathered before they are written: one write a line would be most of the time spent. */
const BLOCK = 64 * 1024;

export const checkCommand: Command = {
  name: 'check',
  purpose: 'Judge ids, from the arguments or one a line from standard input.',
  usage: 'check [ID…|-]',
  explains: [
    "An id is a model's, unless it is written datasets/ORG/NAME or spaces/ORG/NAME. The address of a repo will do too.",
    'From standard input, empty lines and lines that begin with # are passed over; where no id comes at all, that\nis bad usage (2), so that an empty list does not look like a good one. Answers come in the order of\nthe ids, while they are still being read; the Hub is asked about the most suspicious first.',
    'The Hub is asked about each of them: six or seven small requests a repo. Whatever could not be asked is said;\nan id of which nothing is known and that is not in the index is "unknown", which is neither good nor bad.',
  ],
  formats: FORMATS,
  options: ['format', 'output', 'fail-on', 'rule', 'policy', 'advisories', ...HUB_OPTIONS, 'no-color', 'help'],
  examples: [
    ['model-trust check EleuterAI/gpt-j-6B', 'one id'],
    ['model-trust check datasets/squad spaces/org/demo', 'a dataset and a space'],
    ['model-trust check --format jsonl < ids.txt', 'many, for a program'],
    ['model-trust refs --format jsonl | jq -r .id | model-trust check -', 'all ids of this folder'],
  ],
  async run(args, world) {
    const chosen = format(args, FORMATS);
    const floor = failOn(args);
    const requested = requestedIds(args, world);
    const hub = await openHubOf(args, world);
    const options: JudgeOptions = {
      decision: await policyFor(args, world, true),
      levels: levels(args),
      surroundings: { ...nothingAround, downloaded: reference => cachedFolder(reference, world.environment) },
    };
    const engine = await engineFor(args, world);
    const paint = world.paint(args);
    const told = (assessment: Assessment) =>
      assessmentText(assessment, paint) + factsText(assessment, paint, hub.offline);
    const judge: Judge = ({ id, kind }, facts) => {
      const assessment = engine.assess(id, kind, undefined, { ...options, facts: () => facts });
      return {
        words: chosen === 'jsonl' ? assessmentLine(assessment) : told(assessment),
        fails: assessment.signals.some(signal => fails(signal.severity, floor)),
      };
    };
    const output = await world.open(args);
    let found = false;
    let asked = 0;
    const impossible = createList();
    try {
      let block = '';
      for await (const answers of answered(requested, hub, world, engine, options, judge)) {
        asked += answers.length;
        for (const { text, asked: one, result } of answers) {
          if (!one.possible) impossible.add(text);
          found ||= result.fails;
          block += result.words;
          if (block.length < BLOCK) continue;
          await output.write(block);
          block = '';
        }
        world.progress('');
        await output.write(block);
        block = '';
        world.signal.throwIfAborted();
        if (output.isClosed()) break;
      }
      if (chosen === 'text' && hub.offline !== undefined)
        await output.write(paint('faint', `The Hub was not asked: ${hub.offline}.`) + '\n');
      await output.finish();
    } catch (error) {
      await output.discard();
      throw error;
    }
    if (!output.isClosed()) hub.tally.tell(world.say);
    if (asked === 0 && !output.isClosed())
      throw new UsageError('No ids came on standard input, so nothing was checked. Give them one a line.');
    if (impossible.count() > 0) throw new UnfinishedError(impossible.inWords());
    return found ? exitCode.found : exitCode.clean;
  },
};

/** An id, and what is to be written of it. */
interface Told {
  readonly text: string;
  readonly asked: RequestedId;
  readonly result: Result;
}

interface Result {
  readonly words: string;
  readonly fails: boolean;
}

type Judge = (asked: RequestedId, facts: Facts) => Result;

/** What is to be said of each id, in their order, while they are still being read. */
async function* answered(
  requested: AsyncIterable<readonly string[]>,
  { always, lookUp, host, tally }: Hub,
  { signal, progress }: World,
  engine: Engine,
  options: JudgeOptions,
  judge: Judge,
): AsyncGenerator<readonly Told[]> {
  if (always) {
    for await (const texts of requested) {
      yield texts.map(text => {
        const asked = readRepoId(text);
        return { text, asked, result: judge(asked, always) };
      });
    }
    return;
  }
  const ask = async (repo: RequestedId): Promise<Facts> => {
    const facts = await lookUp(repo);
    progress(`Asked ${host} about ${counted(tally.answered(), 'repo')}`);
    return facts;
  };
  yield* idsInTurn(requested, { engine, options, lookUp: ask, judge, signal });
}

function requestedIds({ positionals }: Arguments, world: World): AsyncIterable<readonly string[]> {
  const at = positionals.findIndex(id => id.trim() === '');
  if (at >= 0) throw new UsageError(`The ${at + 1}. id is empty. Is a variable not set?`);
  const padded = positionals.find(id => id.trim() !== id);
  if (padded !== undefined) throw new UsageError(`"${padded}" has spaces around it. Write it as "${padded.trim()}".`);
  const impossible = positionals.find(id => id !== '-' && !readRepoId(id).possible);
  if (impossible !== undefined) throw new UsageError(`"${impossible}" is not an id. Write it as org/name.`);
  const fromInput = positionals.length === 0 || (positionals.length === 1 && positionals[0] === '-');
  if (positionals.includes('-') && !fromInput)
    throw new UsageError('Give ids as arguments or by standard input (-), not both.');
  if (!fromInput) return once(positionals);
  if (positionals.length === 0 && world.input.isTTY) {
    throw new UsageError(
      'Which ids? Give them as arguments, or one a line on standard input: model-trust check - < ids.txt',
    );
  }
  return idLines(world);
}

/** Lines that are no ids are answered as unknown, so that answers and lines stay in step, and told of at the end. */
function createList() {
  let count = 0;
  let first = '';
  return {
    add(text: string) {
      if (count++ === 0) first = text;
    },
    count: () => count,
    inWords: () =>
      `${count === 1 ? 'One line is' : `${count} lines are`} not an id and could not be checked, the first: "${first.slice(0, 80)}".`,
  };
}

async function* once(ids: readonly string[]): AsyncGenerator<readonly string[]> {
  yield ids;
}

async function* idLines({ input, signal }: World): AsyncGenerator<readonly string[]> {
  try {
    for await (const lines of linesOf(piecesUnlessAborted(input, signal)))
      yield lines.filter(line => line !== '' && !line.startsWith('#'));
  } catch (error) {
    signal.throwIfAborted();
    throw new UnfinishedError(`Standard input cannot be read: ${fileProblem(error)}.`);
  }
}
