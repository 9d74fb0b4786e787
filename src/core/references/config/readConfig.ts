import { contains, type Span } from '../../text/span.ts';
import { addressReferences } from '../address/addressReferences.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { inOrder } from '../inOrder.ts';
import { liftHazard, liftReference } from '../lift.ts';
import type { PlainReader, PlainReading } from '../plainReader.ts';
import type { Reference } from '../reference.ts';
import { withoutAnswers } from './answers.ts';
import { commandsOf, isCommandField } from './commands.ts';
import { type FieldTable, tableFor } from './dialects.ts';
import { variableIn, variablesOf } from './environment.ts';
import { FieldReader } from './fields.ts';
import { jsonTree } from './jsonTree.ts';
import { type Place, visit } from './places.ts';
import { targetReferences } from './targets.ts';
import { toldCommands } from './toldCommands.ts';
import { tomlTree } from './tomlTree.ts';
import {
  type ConfigMap,
  type ConfigNode,
  type ConfigScalar,
  type ConfigSyntax,
  type ConfigTree,
  fieldName,
} from './tree.ts';
import { yamlTree } from './yamlTree.ts';

const TREES: Readonly<Record<ConfigSyntax, (text: string) => ConfigTree>> = {
  yaml: yamlTree,
  json: text => {
    const tree = jsonTree(text);
    return { ...tree, roots: tree.roots.map(withoutAnswers) };
  },
  toml: tomlTree,
};

/** Files that a program wrote for itself: of them only the addresses count. */
const GENERATED =
  /(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|npm-shrinkwrap\.json|(?:poetry|uv|Cargo|Pipfile|composer|flake|deno|pdm|kernels)\.lock|tokenizer\.json|vocab\.json|[\w.-]*\.index\.json|added_tokens\.json)$/;

/** A file in a file in a file is a trap. */
const MAX_FILES_DEEP = 2;

/** The reader of one syntax. */
export const configReader =
  (syntax: ConfigSyntax): PlainReader =>
  ({ path, text }) => {
    const reading = GENERATED.test(path) ? NOTHING : readTree(TREES[syntax](text), path, 0);
    const told = toldCommands(text, syntax);
    const links = outside(
      [...reading.read, ...told.map(each => each.span)],
      addressReferences(text, at => at),
    );
    return { references: inOrder([...reading.references, ...told, ...links]), codeHazards: reading.codeHazards };
  };

interface TreeReading extends PlainReading {
  /** Strings that a reader of another language has read, addresses and all. */
  readonly read: readonly Span[];
}

const NOTHING: TreeReading = { references: [], codeHazards: [], read: [] };

/** Those that do not stand in a string that was read already. Both lists go by position. */
function outside(read: readonly Span[], references: readonly Reference[]): Reference[] {
  const spans = [...read].sort((a, b) => a.start - b.start);
  let at = 0;
  return references.filter(({ span }) => {
    while (at < spans.length && spans[at]!.end < span.end) at++;
    return !spans[at] || !contains(spans[at]!, span);
  });
}

function readTree(tree: ConfigTree, path: string, depth: number): TreeReading {
  const readings = tree.roots.map(root => new DocumentReader(tree, tableFor(root, path), depth).document(root));
  return {
    references: readings.flatMap(each => each.references),
    codeHazards: readings.flatMap(each => each.codeHazards),
    read: readings.flatMap(each => each.read),
  };
}

/** The references of a document that is read by a table of its own, such as a card's front matter. */
export function readByTable(tree: ConfigTree, table: FieldTable): Reference[] {
  const found: Reference[] = [];
  for (const root of tree.roots) {
    const fields = new FieldReader(tree, table);
    visit(root, {
      scalar: (scalar, place) => found.push(...fields.scalar(scalar, place)),
      map: (map, place) => found.push(...fields.map(map, place)),
    });
  }
  return found;
}

class DocumentReader {
  readonly #tree: ConfigTree;
  readonly #fields: FieldReader;
  readonly #depth: number;
  readonly #references: Reference[] = [];
  readonly #codeHazards: CodeHazard[] = [];
  readonly #read: Span[] = [];

  constructor(tree: ConfigTree, table: FieldTable, depth: number) {
    this.#tree = tree;
    this.#fields = new FieldReader(tree, table);
    this.#depth = depth;
  }

  document(root: ConfigNode): TreeReading {
    visit(root, { scalar: (scalar, place) => this.#scalar(scalar, place), map: (map, place) => this.#map(map, place) });
    return { references: this.#references, codeHazards: this.#codeHazards, read: this.#read };
  }

  #map(map: ConfigMap, place: Place): void {
    this.#references.push(
      ...targetReferences(map, this.#tree),
      ...this.#fields.map(map, place),
      ...variablesOf(map, this.#tree.text),
    );
    const commands = commandsOf(map, place, this.#tree.text, () => this.#fields.asksElsewhere());
    this.#references.push(...commands.references);
    this.#codeHazards.push(...commands.codeHazards);
    this.#read.push(...commands.read);
  }

  #scalar(scalar: ConfigScalar, place: Place): void {
    this.#references.push(...this.#fields.scalar(scalar, place));
    if (place.path.at(-1) === '[]')
      this.#references.push(...variableIn(scalar, this.#tree.text, place.path.at(-2) === 'literals'));
    const name = place.entry?.key.excerpt.text ?? '';
    const syntax = this.#depth < MAX_FILES_DEEP ? (syntaxOf(name) ?? innerSyntax(scalar, name)) : undefined;
    if (syntax) this.#file(scalar, name, syntax);
  }

  /** A file that stands in a string: of a ConfigMap, or a list of models in a variable. */
  #file({ excerpt, span }: ConfigScalar, name: string, syntax: ConfigSyntax): void {
    const { references, codeHazards } = readTree(TREES[syntax](excerpt.text), name, this.#depth + 1);
    this.#references.push(...references.map(each => liftReference(each, excerpt)));
    this.#codeHazards.push(...codeHazards.map(each => liftHazard(each, excerpt)));
    this.#references.push(...addressReferences(excerpt.text, at => excerpt.toOuter(at)));
    this.#read.push(span);
  }
}

/** A block of text whose lines are fields, in a field that holds no commands: `config_file: |`, `serveConfigV2: |`. */
function innerSyntax({ excerpt: { text } }: ConfigScalar, name: string): ConfigSyntax | undefined {
  if (!/\n./.test(text) || !/\w\/\w/.test(text) || isCommandField(fieldName(name))) return undefined;
  const lines = text.split('\n').filter(line => /\S/.test(line) && !/^\s*#/.test(line));
  if (lines.length < 2 || !FIELD_LINE.test(lines[0]!)) return undefined;
  const isMost = lines.filter(line => FIELD_LINE.test(line)).length * 4 >= lines.length * 3;
  return isMost ? 'yaml' : undefined;
}

const FIELD_LINE = /^\s*(?:- )*(?:["']?[\w./-]+["']?:(?: .*)?|- .*)\r?$/;

function syntaxOf(name: string): ConfigSyntax | undefined {
  if (name === 'MODELS') return 'json';
  const ending = /\.(ya?ml|json|toml)$/.exec(name)?.[1];
  return ending === 'yml' || ending === 'yaml' ? 'yaml' : (ending as ConfigSyntax | undefined);
}
