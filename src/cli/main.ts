import { homedir } from 'node:os';
import { inspect } from 'node:util';
import { version } from '../../package.json';
import { visible } from '../core/reports/escape.ts';
import { painted, plain } from '../core/reports/terminal.ts';
import { fileProblem } from '../workspace/fileProblem.ts';
import type { Command, World } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { refsCommand } from './commands/refs.ts';
import { reportCommand } from './commands/report.ts';
import { rulesCommand } from './commands/rules.ts';
import { scanCommand } from './commands/scan.ts';
import { exitCode } from './exitCode.ts';
import { helpOf, overview } from './help.ts';
import { readArguments } from './options.ts';
import { fileOutput, streamOutput } from './output.ts';
import { progressOn } from './progress.ts';
import { UnfinishedError, UsageError, unknownWord } from './usageError.ts';

const COMMANDS: readonly Command[] = [scanCommand, refsCommand, checkCommand, reportCommand, rulesCommand];

/** Commands that are promised for a later version. */
const LATER = ['inspect', 'lock', 'verify'];

const interruption = new AbortController();
process.on('SIGINT', () => {
  // Whoever asks twice does not want to wait for order.
  if (interruption.signal.aborted) process.exit(exitCode.interrupted);
  interruption.abort();
});

const stdout = streamOutput(process.stdout);
process.stderr.on('error', () => {
  // Nobody reads our messages; the result and the exit code still count.
});
const progress = progressOn(process.stderr);

const world: World = {
  get folder() {
    return workingFolder();
  },
  version,
  environment: { variables: process.env, home: homedir() },
  input: process.stdin,
  signal: interruption.signal,
  open: async args => {
    const path = args.text('output');
    return path === undefined || path === '-' ? stdout : fileOutput(path);
  },
  paint: args => {
    const wanted = !args.flag('no-color') && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
    const toTerminal = process.stdout.isTTY && (args.text('output') ?? '-') === '-';
    return wanted && toTerminal ? painted : plain;
  },
  say: message => {
    progress('');
    process.stderr.write(`model-trust: ${visible(message)}\n`);
  },
  progress,
};

function workingFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new UnfinishedError(`The working folder cannot be read: ${fileProblem(error)}.`);
  }
}

async function run([word, ...rest]: readonly string[]): Promise<number> {
  if (word === undefined) {
    process.stderr.write(overview(COMMANDS));
    return exitCode.badUsage;
  }
  if (word === '--version') {
    await stdout.write(`${version}\n`);
    return exitCode.clean;
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    const asked = COMMANDS.find(({ name }) => name === rest[0]);
    await stdout.write(asked ? helpOf(asked) : overview(COMMANDS));
    return exitCode.clean;
  }
  const command = COMMANDS.find(({ name }) => name === word);
  if (!command) throw unknownCommand(word);
  const args = readArguments(command.name, rest, command.options);
  if (!args.flag('help')) return command.run(args, world);
  await stdout.write(helpOf(command));
  return exitCode.clean;
}

function unknownCommand(word: string): UsageError {
  if (LATER.includes(word)) return new UsageError(`"${word}" is not part of this version yet. See: model-trust --help`);
  if (word.startsWith('-'))
    return new UsageError(`Options come behind a command: model-trust scan ${word}. See: model-trust --help`);
  const otherwise = 'To scan a path: model-trust scan PATH. All commands: model-trust --help';
  return unknownWord(
    'command',
    word,
    COMMANDS.map(({ name }) => name),
    otherwise,
  );
}

/** The door: expected failures become a sentence and a code here, surprises a stack. */
async function main(): Promise<number> {
  try {
    return await run(process.argv.slice(2));
  } catch (error) {
    if (interruption.signal.aborted) {
      progress('');
      return exitCode.interrupted;
    }
    if (error instanceof UsageError) world.say(error.message);
    else if (error instanceof UnfinishedError) world.say(error.message);
    else process.stderr.write(`This is a fault of model-trust, please report it.\n${inspect(error)}\n`);
    return error instanceof UsageError ? exitCode.badUsage : exitCode.unfinished;
  }
}

const code = await main();
process.exitCode = code;
// An input that is still open, or a slow disk, must not keep us.
if (code === exitCode.interrupted || stdout.isClosed()) process.exit(code);
