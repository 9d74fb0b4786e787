import type { SyntaxNode } from '@lezer/common';
import { fromBase64, fromHex, literalText, rot13 } from './decode.ts';
import { argumentsOf, children, nameOf, type Program, slice } from './program.ts';

/** The text that an expression stands for, as far as the file alone tells, and how openly it says so. */
export interface Constant {
  /** Parts that are not known are a space. */
  readonly text: string;
  /** `decoded`: from base64, hex or compression. `disguised`: reversed, rotated or spelled by numbers. */
  readonly how: 'plain' | 'decoded' | 'disguised';
}

const DEPTH_LIMIT = 14;
const TEXT_LIMIT = 20_000;
const ELEMENT_LIMIT = 500;
const HIDDEN = { plain: 0, decoded: 1, disguised: 2 } as const;

const hiddenMost = (...values: readonly Constant[]): Constant['how'] =>
  values.reduce<Constant['how']>((most, { how }) => (HIDDEN[how] > HIDDEN[most] ? how : most), 'plain');

/** Works out a constant expression: literals, sums, joins, formats, slices backwards, decoders, and names that hold such. */
export function constantOf(program: Program, node: SyntaxNode | null | undefined, depth = 0): Constant | undefined {
  if (!node || depth > DEPTH_LIMIT) return undefined;
  const inner = (at: SyntaxNode | null | undefined) => constantOf(program, at, depth + 1);
  const value = read(program, node, inner);
  return value && value.text.length > TEXT_LIMIT ? { ...value, text: value.text.slice(0, TEXT_LIMIT) } : value;
}

type Inner = (node: SyntaxNode | null | undefined) => Constant | undefined;

function read(program: Program, node: SyntaxNode, inner: Inner): Constant | undefined {
  switch (node.name) {
    case 'String':
      return { text: literalText(slice(program, node)), how: 'plain' };
    case 'FormatString':
      return { text: formatText(program, node, inner), how: 'plain' };
    case 'ContinuedString':
      return joined(children(node).map(inner), '');
    case 'ParenthesizedExpression':
      return inner(children(node)[1]);
    case 'VariableName': {
      const values = program.values.get(slice(program, node));
      return values?.length === 1 ? inner(values[0]) : undefined;
    }
    case 'BinaryExpression': {
      const [left, operator, right] = children(node);
      const sign = operator ? slice(program, operator) : '';
      if (sign === '+') return joined([inner(left), inner(right)], '');
      return sign === '%' ? inner(left) : undefined;
    }
    case 'ArrayExpression':
    case 'TupleExpression':
      return joined(elements(node).map(inner), ' ');
    case 'MemberExpression':
      return reversed(program, node, inner);
    case 'CallExpression':
      return called(program, node, inner);
    default:
      return undefined;
  }
}

const elements = (node: SyntaxNode): SyntaxNode[] =>
  children(node)
    .filter(child => !/^[[\](),]$/.test(child.name))
    .slice(0, ELEMENT_LIMIT);

function joined(parts: readonly (Constant | undefined)[], separator: string): Constant | undefined {
  const known = parts.filter(part => part !== undefined);
  if (known.length === 0) return undefined;
  return { text: parts.map(part => part?.text ?? ' ').join(separator), how: hiddenMost(...known) };
}

/** `f"powershell {x}"`: the letters, with a known `x` filled in. */
function formatText(program: Program, node: SyntaxNode, inner: Inner): string {
  let text = '';
  let from = node.from;
  for (const child of children(node).filter(({ name }) => name === 'FormatReplacement')) {
    text += program.text.slice(from, child.from) + (inner(children(child)[1])?.text ?? ' ');
    from = child.to;
  }
  return literalText(text + program.text.slice(from, node.to));
}

function reversed(program: Program, node: SyntaxNode, inner: Inner): Constant | undefined {
  const source = slice(program, node);
  const isReversal = /\[\s*:\s*:\s*-\s*1\s*\]$/.test(source.slice(-20));
  if (!isReversal) return undefined;
  const value = inner(node.firstChild);
  return value && { text: [...value.text].reverse().join(''), how: 'disguised' };
}

function called(program: Program, node: SyntaxNode, inner: Inner): Constant | undefined {
  const callee = nameOf(program, node.firstChild);
  const { positional } = argumentsOf(program, node);
  const [first, second] = positional;
  const method = callee.slice(callee.lastIndexOf('.') + 1);
  const receiver = () => inner(node.firstChild?.name === 'MemberExpression' ? node.firstChild.firstChild : undefined);
  const decodedBy = (decode: (text: string) => string | undefined, how: Constant['how']) => {
    const value = inner(first);
    const text = value && decode(value.text);
    return text === undefined ? undefined : { text, how: hiddenMost(value!, { text, how }) };
  };
  if (/^(?:base64\.)?(?:standard_|urlsafe_)?b64decode$|^base64\.decodebytes$|^binascii\.a2b_base64$/.test(callee))
    return decodedBy(fromBase64, 'decoded');
  if (/^(?:bytes|bytearray)\.fromhex$|^binascii\.(?:unhexlify|a2b_hex)$/.test(callee))
    return decodedBy(fromHex, 'decoded');
  if (callee === 'codecs.decode') {
    const codec = inner(second)?.text ?? '';
    if (/rot/i.test(codec)) return decodedBy(rot13, 'disguised');
    return /hex/i.test(codec)
      ? decodedBy(fromHex, 'decoded')
      : /base64/i.test(codec)
        ? decodedBy(fromBase64, 'decoded')
        : undefined;
  }
  if (/^(?:zlib|gzip|bz2|lzma)\.decompress$|^marshal\.loads$/.test(callee)) {
    return inner(first) && { text: '', how: 'decoded' };
  }
  if (callee === 'chr') return fromNumbers([slice(program, first ?? node)]);
  if (callee === 'bytes' || callee === 'bytearray')
    return first?.name === 'ArrayExpression' ? numbersOf(program, first) : inner(first);
  if (callee === 'str' || callee === 'compile') return inner(first);
  switch (method) {
    case 'decode':
    case 'encode':
    case 'strip':
    case 'lower':
    case 'format':
      return receiver();
    case 'replace': {
      const value = receiver();
      const from = inner(first)?.text;
      return value && from ? { text: value.text.replaceAll(from, inner(second)?.text ?? ''), how: value.how } : value;
    }
    case 'join':
      return joinOf(program, node.getChild('ArgList'), first, receiver()?.text ?? '', inner);
    default:
      return undefined;
  }
}

/** `"".join(["ht", "tps"])`, `"".join(chr(n) for n in [104, …])`, `"".join(map(chr, […]))`, `"".join(reversed("sptth"))`. */
function joinOf(
  program: Program,
  all: SyntaxNode | null,
  node: SyntaxNode | undefined,
  separator: string,
  inner: Inner,
): Constant | undefined {
  if (!node || !all) return undefined;
  const source = slice(program, node);
  if (/\bchr\b/.test(source)) {
    const list = arrayIn(program, all);
    return list ? numbersOf(program, list) : undefined;
  }
  if (/^reversed\(/.test(source)) {
    const value = inner(argumentsOf(program, node).positional[0]);
    return value && { text: [...value.text].reverse().join(separator), how: 'disguised' };
  }
  const list = node.name === 'VariableName' ? program.values.get(source)?.[0] : node;
  if (list?.name !== 'ArrayExpression' && list?.name !== 'TupleExpression') return undefined;
  return joined(elements(list).map(inner), separator);
}

/** The list of numbers inside a comprehension or a `map(chr, …)`, by its name if need be. */
function arrayIn(program: Program, node: SyntaxNode): SyntaxNode | undefined {
  const queue = [node];
  for (let at = queue.shift(), seen = 0; at && seen < 60; at = queue.shift(), seen++) {
    if (at.name === 'ArrayExpression') return at;
    const value = at.name === 'VariableName' ? program.values.get(slice(program, at))?.[0] : undefined;
    if (value?.name === 'ArrayExpression') return value;
    queue.push(...children(at));
  }
  return undefined;
}

const numbersOf = (program: Program, list: SyntaxNode): Constant | undefined =>
  fromNumbers(
    elements(list)
      .filter(({ name }) => name === 'Number')
      .map(node => slice(program, node)),
  );

function fromNumbers(words: readonly string[]): Constant | undefined {
  const numbers = words.map(Number);
  if (numbers.length === 0 || numbers.some(n => !Number.isInteger(n) || n < 0 || n > 0x10ffff)) return undefined;
  return { text: String.fromCodePoint(...numbers), how: 'disguised' };
}
