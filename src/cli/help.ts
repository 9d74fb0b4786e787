import type { Command } from './command.ts';
import { OPTIONS } from './options.ts';

const EXIT_CODES = `Exit codes
  0   nothing at or above --fail-on
  1   something at or above --fail-on
  2   bad usage
  3   could not finish: a named path cannot be read, the result cannot be written. That the Hub could not be
      asked is no such thing: what was not checked is said, and what is known decides
  130 interrupted
`;

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(command => command.usage.length));
  return `model-trust tells whether a Hugging Face repo deserves the trust that a line of code gives it.
It looks for names that imitate well-known ones, repos known to be malicious, instructions that
install something else, and code that runs whatever a download holds. It asks the Hub what is known of a repo
by its id, and sends nothing else of yours; with --offline it asks nobody.

Usage
${commands.map(({ usage, purpose }) => `  ${`model-trust ${usage}`.padEnd(width + 14)}  ${purpose}\n`).join('')}
Begin with
  model-trust scan                        what is to be said of this folder
  model-trust check EleuterAI/gpt-j-6B    what is to be said of one id
  model-trust COMMAND --help              examples and options of a command
  model-trust --version

${EXIT_CODES}`;
}

export function helpOf(command: Command): string {
  return `${command.purpose}

Usage
  model-trust ${command.usage}

${command.explains.map(paragraph => `${paragraph}\n`).join('\n')}
Examples
${columns(command.examples.map(([line, meaning]) => [line, meaning]))}
Options
${columns(command.options.map(name => optionHelp(name, command)))}
${command.options.includes('fail-on') ? EXIT_CODES : 'Exit code 0, unless the usage is bad (2), it could not finish (3), or was interrupted (130).\n'}`;
}

function optionHelp(name: keyof typeof OPTIONS, { formats }: Command): [string, string] {
  const option: { short?: string; value?: string; help: string } = OPTIONS[name];
  const spelled = `${option.short ? `-${option.short}, ` : '    '}--${name}${option.value ? ` ${option.value}` : ''}`;
  const help =
    name === 'format' ? formats.map((format, i) => (i === 0 ? `${format} (default)` : format)).join(', ') : option.help;
  return [spelled, help];
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
