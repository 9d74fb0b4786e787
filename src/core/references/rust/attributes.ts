import type { SyntaxNode } from '@lezer/common';
import type { Expression } from '../program/expression.ts';
import type { RepoKind } from '../reference.ts';
import { readText } from './literal.ts';

/** What an attribute gives a field when nobody else does. */
export interface FieldDefault {
  readonly field: string;
  readonly value: Expression;
  /** Of an option of the command line. */
  readonly isOption: boolean;
  /** What its help says that it is, where that speaks of the Hub. */
  readonly told?: RepoKind;
}

/** `/// Hugging Face dataset to use`, `help = "name of the huggingface hub model"`. */
const OF_HUB =
  /\b(?:hugging[ -]?face|HF)(?:['’]s)?[ -](?:hub[ -])?(?:(?:repo(?:sitory)?|hub)[ -])?(model|dataset|data set|tokenizer|repo)/i;

function toldBy(help: string): RepoKind | undefined {
  const word = OF_HUB.exec(help)?.[1]?.toLowerCase();
  return word === undefined ? undefined : word.startsWith('data') ? 'dataset' : 'model';
}

/** More help than says what an option is. */
const LONGEST_HELP = 2_000;

/** Source: clap `derive` reference (`default_value`, `default_value_t`), structopt, serde `default`, argh, bpaf. */
export function readAttributes(fields: SyntaxNode, source: string): FieldDefault[] {
  const found: FieldDefault[] = [];
  let waiting: { value: Expression; isOption: boolean }[] = [];
  let help = '';
  for (let child = fields.firstChild; child; child = child.nextSibling) {
    if (child.name === 'LineComment' || child.name.startsWith('Attribute')) {
      help += source.slice(child.from, Math.min(child.to, child.from + LONGEST_HELP));
    }
    if (child.name === 'Attribute' || child.name === 'AttributeItem') {
      const value = defaultIn(child, source);
      if (value) waiting.push(value);
    } else if (child.name === 'FieldDeclaration') {
      waiting.push(...child.getChildren('Attribute').flatMap(each => defaultIn(each, source) ?? []));
      const name = child.getChild('FieldIdentifier');
      const field = name ? source.slice(name.from, name.to) : '';
      const told = toldBy(help);
      found.push(...waiting.map(each => ({ field, ...each, ...(told && { told }) })));
      waiting = [];
      help = '';
    }
  }
  return found;
}

function defaultIn(attribute: SyntaxNode, source: string): { value: Expression; isOption: boolean } | undefined {
  const { from, to } = attribute;
  const written = source.slice(from, Math.min(to, from + 2_000));
  const key = /\b(default(?:_value(?:_t)?|_values(?:_t)?)?)\s*=/.exec(written);
  if (!key) return undefined;
  const after = from + key.index + key[0].length;
  const isOption = !/^\W*serde\b/.test(written);
  let text: SyntaxNode | undefined;
  let constant: SyntaxNode | undefined;
  attribute.cursor().iterate(({ name, from: start, node }) => {
    if (start < after || start > after + 100) return;
    if (!text && (name === 'String' || name === 'RawString')) text = node;
    if (!constant && name === 'Identifier') constant = node;
  });
  const isText = text && /^[\s\w:([&]*$/.test(source.slice(after, text.from));
  if (text && isText) {
    const value = readText(source, text.from, text.to);
    return { value: isOption ? value : called(value.value, text), isOption };
  }
  if (!constant) return undefined;
  const name = source.slice(constant.from, constant.to);
  return { value: { type: 'name', name, from: constant.from, to: constant.to }, isOption };
}

/** Serde names a function that gives the default. */
const called = (name: string, { from, to }: SyntaxNode): Expression => ({
  type: 'call',
  callee: { type: 'name', name: name.split('::').at(-1)!, from, to },
  arguments: [],
  from,
  to,
});
