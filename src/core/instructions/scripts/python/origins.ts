import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, children, nameOf, type Program, slice } from './program.ts';

const FETCHES =
  /^(?:requests|httpx|aiohttp|cloudscraper|curl_cffi|urllib3|niquests)(?:\.\w{1,30}(?:\(\))?){0,3}\.(?:get|post|put|request|urlopen)$|^urllib2?\.(?:request\.)?urlopen$|^(?:http\.client|httplib)\.\w{1,30}\(\)\.getresponse$/;
/** Hands its first argument on in another shape. */
const PASSES_ON =
  /^(?:json\.loads|str|bytes|bytearray|compile|base64\.\w{1,30}|zlib\.decompress|gzip\.decompress|codecs\.decode|binascii\.\w{1,20}|marshal\.loads|textwrap\.dedent|io\.(?:BytesIO|StringIO)|shlex\.split)$/;
const DEPTH_LIMIT = 8;

export const isFetch = (program: Program, call: SyntaxNode): boolean => FETCHES.test(nameOf(program, call.firstChild));

/** Does this value come from the network, as far as this file shows? Followed through names, functions of the file, members and decoders. */
export function isFetched(program: Program, node: SyntaxNode | null | undefined, depth = 0): boolean {
  if (!node || depth > DEPTH_LIMIT) return false;
  const inner = (at: SyntaxNode | null | undefined) => isFetched(program, at, depth + 1);
  switch (node.name) {
    case 'VariableName': {
      const name = slice(program, node);
      return (program.values.get(name) ?? []).some(value => inner(value));
    }
    case 'CallExpression': {
      if (isFetch(program, node)) return true;
      const callee = nameOf(program, node.firstChild);
      const { positional } = argumentsOf(program, node);
      if (PASSES_ON.test(callee)) return inner(positional[0]);
      if (node.firstChild?.name === 'VariableName')
        return (program.returns.get(slice(program, node.firstChild)) ?? []).some(inner);
      if (callee.endsWith('.join') || callee.endsWith('.format')) return positional.some(inner);
      return node.firstChild?.name === 'MemberExpression' && inner(node.firstChild.firstChild);
    }
    case 'MemberExpression':
    case 'AwaitExpression':
      return inner(node.name === 'AwaitExpression' ? node.lastChild : node.firstChild);
    case 'ParenthesizedExpression':
    case 'BinaryExpression':
    case 'FormatString':
    case 'FormatReplacement':
    case 'ConditionalExpression':
      return children(node).some(inner);
    default:
      return false;
  }
}
