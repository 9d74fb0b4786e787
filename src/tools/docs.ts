import { rules } from '../core/rules/registry.ts';
import type { Rule } from '../core/rules/rule.ts';
import { commandSentences } from './commandSentences.ts';
import { loadersPage } from './loadersPage.ts';
import { walkthroughPictures } from './walkthroughPictures.ts';

/** The generated pages and tables: rule pages for the editor's links, and the tables of the README. */

/** The page of a rule: what a reader opens from a squiggle, without a network. */
const rulePage = (rule: Rule): string => `# ${rule.id}: ${rule.title}

${rule.asks}

**Severity**: ${rule.level}${rule.varies ? ` (${rule.varies})` : ''}. **Looks at**: ${rule.depth.map(depth => DEPTH[depth]).join('; ')}.

## For example

\`\`\`
${rule.example}
\`\`\`

## Why it matters

${rule.why}

## What to do

${rule.advice}

To silence it on one line, add a comment in the file's own syntax:

\`\`\`
# model-trust: ignore[${rule.id}]
\`\`\`

To change it everywhere, set \`modelTrust.rules\` in the editor or pass \`--rule ${rule.id}=off\` on the command line
(\`hint\`, \`information\`, \`warning\` and \`error\` work too).

## Where this comes from

${rule.source}
`;

const DEPTH: Readonly<Record<Rule['depth'][number], string>> = {
  local: 'your files and the data that ships with the tool, without a network',
  hub: 'what the Hub says of the repo',
  deep: 'what is inside its files',
};

const rulesTable = (): string =>
  [
    '| rule | severity | asks |',
    '|---|---|---|',
    ...rules.map(
      rule =>
        `| [\`${rule.id}\`](media/docs/rules/${rule.id}.md) | ${rule.level}${rule.varies ? '*' : ''} | ${cell(rule.asks)} |`,
    ),
    '',
    '\\* weaker or stronger where the evidence is; the page of the rule says when.',
  ].join('\n');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly menus?: { readonly commandPalette?: readonly { readonly command: string; readonly when?: string }[] };
  };
}
interface Setting {
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
}

const settingsTable = ({ contributes }: Manifest): string =>
  [
    '| setting | default | what it does |',
    '|---|---|---|',
    ...contributes.configuration.flatMap(group =>
      Object.entries(group.properties).map(
        ([name, setting]) =>
          `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${cell(setting.markdownDescription ?? setting.description ?? '')} |`,
      ),
    ),
  ].join('\n');

const commandsTable = ({ contributes }: Manifest): string => {
  const hidden = new Set(
    (contributes.menus?.commandPalette ?? []).filter(entry => entry.when === 'false').map(entry => entry.command),
  );
  return [
    '| command | what it does | id |',
    '|---|---|---|',
    ...contributes.commands
      .filter(({ command }) => !hidden.has(command))
      .map(({ command, title, category }) => {
        const name = `${category ? `${category}: ` : ''}${title}`;
        return `| ${cell(name)} | ${cell(commandSentences[command] ?? '')} | \`${command}\` |`;
      }),
  ].join('\n');
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

/** Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->`. Throws where the markers are missing. */
function withTable(text: string, name: string, table: string): string {
  const marked = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!marked.test(text)) throw new Error(`the markers <!-- ${name} --> … <!-- /${name} --> are missing`);
  return text.replace(marked, (_, open: string, close: string) => `${open}${table}\n${close}`);
}

/** Every generated file with its content, by path from the top of the project. */
export function generatedFiles(readText: (path: string) => string): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readText('package.json')) as Manifest;
  const tables = { RULES: rulesTable(), SETTINGS: settingsTable(manifest), COMMANDS: commandsTable(manifest) };
  const readme = Object.entries(tables).reduce(
    (text, [name, table]) => withTable(text, name, table),
    readText('README.md'),
  );
  return new Map([
    ['README.md', readme],
    ['media/docs/loaders.md', loadersPage()],
    ...walkthroughPictures(),
    ...rules.map(rule => [`media/docs/rules/${rule.id}.md`, rulePage(rule)] as const),
  ]);
}
