import { parseArgs } from 'node:util';
import { ruleIds } from '../core/rules/registry.ts';
import { isLevel, type Level } from '../core/rules/severity.ts';
import { FAIL_ON, type FailOn } from './exitCode.ts';
import { UsageError, unknownWord } from './usageError.ts';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly short?: string;
  /** How the value is called in the help. */
  readonly value?: string;
  readonly help: string;
}

/** Every option there is, with its line of help. */
export const OPTIONS = {
  format: { type: 'string', value: 'FORMAT', help: '' },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    help: 'write the result to FILE instead of standard output, whole or not at all',
  },
  kind: { type: 'string', value: 'KIND', help: 'what the id is of: model (default), dataset or space' },
  revision: {
    type: 'string',
    value: 'REVISION',
    help: 'the branch, tag or commit that is meant; it is told with the report, facts are of the default branch',
  },
  'fail-on': {
    type: 'string',
    value: 'SEVERITY',
    help: 'exit 1 from this severity up: error, warning (default), information, hint, or never',
  },
  rule: {
    type: 'string',
    multiple: true,
    value: 'ID=LEVEL',
    help: 'set a rule to off, hint, information, warning or error; may be given many times',
  },
  'no-inline-ignores': { type: 'boolean', help: 'comments (# model-trust: ignore[rule]) silence nothing' },
  advisories: {
    type: 'string',
    multiple: true,
    value: 'PATH',
    help: 'more advisories in OSV format: a JSON file or a folder of them; may be given many times',
  },
  exclude: {
    type: 'string',
    multiple: true,
    value: 'GLOB',
    help: 'leave these files out, as a line of .gitignore would; may be given many times',
  },
  policy: {
    type: 'string',
    value: 'FILE',
    help: 'what the team approves and blocks (default: ./model-trust.yaml)',
  },
  'no-gitignore': { type: 'boolean', help: 'read files that .gitignore leaves out, too' },
  offline: {
    type: 'boolean',
    help: 'ask nobody, and say what was not checked (so does HF_HUB_OFFLINE=1)',
  },
  'hub-url': {
    type: 'string',
    value: 'URL',
    help: 'the Hub or mirror to ask (default: HF_ENDPOINT, or https://huggingface.co)',
  },
  'token-env': {
    type: 'string',
    value: 'NAME',
    help: "the variable that holds that Hub's token; HF_TOKEN goes to the default one alone",
  },
  verbose: { type: 'boolean', short: 'v', help: 'show hints, silenced findings and every path that was not read' },
  'no-color': { type: 'boolean', help: 'no colours, even on a terminal (so does the variable NO_COLOR)' },
  help: { type: 'boolean', short: 'h', help: 'show this help' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof OPTIONS;

/** Promised, but for a later version: whoever passes one must not believe that it had an effect. */
const NOT_YET: Readonly<Record<string, string>> = {
  deep: 'looks inside of the repos on the Hub',
};

export interface Arguments {
  readonly positionals: readonly string[];
  readonly flag: (name: OptionName) => boolean;
  readonly text: (name: OptionName) => string | undefined;
  readonly list: (name: OptionName) => readonly string[];
}

/** Reads the arguments of one command; whatever that command does not know is an error that says what to do. */
export function readArguments(command: string, args: readonly string[], names: readonly OptionName[]): Arguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      names.map(name => {
        const option: Option = OPTIONS[name];
        const { type, multiple = false, short } = option;
        return [name, { type, multiple, ...(short !== undefined && { short }) }];
      }),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!(names as readonly string[]).includes(token.name))
      throw unknownOption(command, token.rawName, token.name, names);
    const option: Option = OPTIONS[token.name as OptionName];
    if (option.type === 'boolean' && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value.`);
    const looksLikeOption = token.value?.startsWith('-') === true && token.value !== '-' && token.inlineValue !== true;
    if (option.type === 'string' && (token.value === undefined || token.value === '' || looksLikeOption)) {
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${option.value}.`);
    }
  }
  return {
    positionals,
    flag: name => values[name] === true,
    text: name => values[name] as string | undefined,
    list: name => (values[name] as string[] | undefined) ?? [],
  };
}

function unknownOption(command: string, raw: string, name: string, names: readonly OptionName[]): UsageError {
  if (Object.hasOwn(NOT_YET, name)) {
    return new UsageError(`${raw} (it ${NOT_YET[name]}) is not part of this version yet. Leave it out.`);
  }
  if (Object.hasOwn(OPTIONS, name))
    return new UsageError(`${raw} is no option of "model-trust ${command}". See: model-trust ${command} --help`);
  const known = names.map(one => `--${one}`);
  return unknownWord('option', raw, known, `See: model-trust ${command} --help`);
}

/** A value out of a few words. */
export function oneOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const word = words.find(one => one === text);
  if (word === undefined) throw unknownWord(`value for ${option}:`, text, words, `Use one of: ${words.join(', ')}.`);
  return word;
}

export const failOn = (args: Arguments): FailOn => oneOf('--fail-on', args.text('fail-on') ?? 'warning', FAIL_ON);

/** `--rule lookalike-name=off`, each of them. The last one given for a rule counts. */
export function levels(args: Arguments): ReadonlyMap<string, Level> {
  return new Map(
    args.list('rule').map(setting => {
      const [, id = '', level = ''] = /^([^=]*)=(.*)$/s.exec(setting) ?? [];
      if (id === '')
        throw new UsageError(`--rule needs ID=LEVEL, as in --rule unpinned-revision=warning. Got "${setting}".`);
      if (!ruleIds.has(id)) throw unknownWord('rule', id, [...ruleIds], 'All rules: model-trust rules');
      if (!isLevel(level)) {
        throw unknownWord('level', level, LEVELS, `Use one of: ${LEVELS.join(', ')}.`);
      }
      return [id, level];
    }),
  );
}

const LEVELS: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

/** Formats that are promised for a later version. */
const LATER_FORMATS = ['sarif', 'cyclonedx', 'html'];

export function format<Word extends string>(args: Arguments, words: readonly [Word, ...Word[]]): Word {
  const text = args.text('format') ?? words[0];
  if (!(words as readonly string[]).includes(text) && LATER_FORMATS.includes(text)) {
    const other = text === 'html' ? ' A page of one repo is made by: model-trust report ID --format html' : '';
    throw new UsageError(`--format ${text} is not part of this version yet. Use one of: ${words.join(', ')}.${other}`);
  }
  return oneOf('--format', text, words);
}
