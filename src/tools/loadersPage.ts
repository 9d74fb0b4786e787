import { CALL_FORMS } from '../core/references/catalogue/callForms.ts';
import { COMMANDS } from '../core/references/catalogue/commands.ts';
import { CONFIG_DIALECTS } from '../core/references/catalogue/configFields.ts';
import { MODEL_VARIABLES } from '../core/references/catalogue/environment.ts';
import { JAVASCRIPT_LOADERS } from '../core/references/catalogue/javascript.ts';
import { PYTHON_LOADERS } from '../core/references/catalogue/pythonLoaders.ts';
import { RUST_LOADERS } from '../core/references/catalogue/rust.ts';

interface Row {
  readonly from: string;
  readonly kinds: readonly string[];
  readonly example: string;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  go: 'Go',
  java: 'Java, Kotlin, Scala',
  csharp: 'C#',
  swift: 'Swift',
};

/** Every loader that the finder knows, by the tables that it reads with: each row is held against its example by a test. */
export function loadersPage(): string {
  const calls = (rows: readonly { from: readonly string[]; ids: readonly { kind: string }[]; example: string }[]) =>
    rows
      .filter(({ ids }) => ids.length > 0)
      .map(({ from, ids, example }) => ({ from: from.join(', '), kinds: ids.map(id => id.kind), example }));
  const sections: readonly (readonly [string, readonly Row[]])[] = [
    ['Python', calls(PYTHON_LOADERS)],
    ['JavaScript and TypeScript', calls(JAVASCRIPT_LOADERS)],
    ['Rust', calls(RUST_LOADERS)],
    ...Object.entries(LANGUAGES).map(([language, title]) => {
      const own = CALL_FORMS.filter(form => form.language === language);
      return [title, own.map(({ kind, example }) => ({ from: '', kinds: [kind], example }))] as const;
    }),
    [
      'Command lines',
      COMMANDS.map(({ flags, positional, example }) => ({
        from: '',
        kinds: [...(positional ? [positional] : []), ...Object.values(flags)].map(each => each.kind),
        example,
      })),
    ],
    [
      'Files of settings',
      CONFIG_DIALECTS.map(({ name, fields, example }) => ({
        from: name,
        kinds: fields.map(field => field.kind),
        example,
      })),
    ],
  ];
  const total = sections.reduce((sum, [, rows]) => sum + rows.length, 0);
  return `# Loaders covered

${total} ways to name a repo of the Hub, besides its addresses (\`hf://…\`, \`https://huggingface.co/…\`), which are read everywhere.
The id stands between ‹ and ›. Values are followed through names of the same file.

${sections.map(([title, rows]) => `## ${title}\n\n${table(rows)}`).join('\n\n')}

## Variables of the environment

${Object.keys(MODEL_VARIABLES)
  .sort()
  .map(name => `\`${name}\``)
  .join(', ')}
`;
}

const table = (rows: readonly Row[]): string => {
  const named = rows.some(row => row.from !== '');
  return [
    named ? '| from | kind | example |' : '| kind | example |',
    named ? '|---|---|---|' : '|---|---|',
    ...rows.map(({ from, kinds, example }) => {
      const cells = [[...new Set(kinds)].sort().join(', '), code(telling(example))];
      return `| ${[...(named ? [from || 'any'] : []), ...cells].join(' | ')} |`;
    }),
  ].join('\n');
};

/** Of an example of several lines, the first that holds an id. */
const telling = (example: string): string =>
  (example.split('\n').find(line => line.includes('‹')) ?? example.split('\n')[0]!).trim();

/** Code in a cell: a backquote in it asks for two around it. */
const code = (text: string): string => {
  const cell = text.replaceAll('|', '\\|');
  return cell.includes('`') ? `\`\` ${cell} \`\`` : `\`${cell}\``;
};
