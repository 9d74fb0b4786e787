import type { SyntaxNode, Tree } from '@lezer/common';
import type { ScriptHazard } from '../../../hazard.ts';
import { readDeadDrops } from '../commandText.ts';
import { hazardOf } from '../hazardOf.ts';
import { TELLING_TEXTS } from '../secrets.ts';
import { readCalls } from './calls.ts';
import { constantOf } from './constants.ts';
import { fromBase64, literalText } from './decode.ts';
import { children, nameOf, type Program, readProgram, slice } from './program.ts';
import { type Report, reportAddress } from './report.ts';

const HAZARD_LIMIT = 200;
/** Base64 of `http://` and `https://`. */
const ENCODED_WEB = /^aHR0c(?:DovL|HM6Ly)[A-Za-z0-9+/=_-]{4,2000}$/;

/**
 * What a Python file does, by its syntax tree. Docstrings, comments and patterns of other
 * scanners say nothing. With `calls`, only what is fetched and started is followed.
 */
export function readPython(text: string, tree: Tree, what: 'everything' | 'calls' = 'everything'): ScriptHazard[] {
  const program = readProgram(text, tree);
  const found: ScriptHazard[] = [];
  const report: Report = (behaviour, node, strength) => {
    if (found.length < HAZARD_LIMIT) found.push(hazardOf(text, behaviour, node.from, node.to, strength));
  };
  readCalls(program, report);
  if (what === 'everything') {
    readStrings(program, report);
    readMembers(program, report);
    readAssignments(program, report);
  }
  readSwallowed(program, found, report);
  return found;
}

function readStrings(program: Program, report: Report): void {
  for (const node of program.strings) {
    if (node.parent?.name === 'ExpressionStatement' || node.parent?.name === 'ContinuedString') continue;
    const source = slice(program, node);
    if (source.length > 20_000 || isPattern(program, node, source)) continue;
    const text = literalText(source);
    if (ENCODED_WEB.test(text)) reportAddress(fromBase64(text) ?? '', 'decoded', node, report);
    for (const sign of readDeadDrops(text)) report('dead-drop', node, sign.strength);
    for (const { behaviour, matches } of TELLING_TEXTS) if (matches.test(text)) report(behaviour, node);
  }
}

/** Regular expressions and rule tables of scanners name bad things without doing them. */
const isPattern = (program: Program, node: SyntaxNode, source: string): boolean =>
  /\(\?[:=!<]|\\b|\[\^|\.\*|\\s|\\w/.test(source) ||
  /^re\./.test(nameOf(program, node.parent?.parent?.firstChild ?? null));

function readMembers(program: Program, report: Report): void {
  for (const node of program.members) {
    const name = nameOf(program, node);
    if (name === 'ssl._create_unverified_context' || name === 'ssl.CERT_NONE') report('tls-off', node);
    else if (/\.(?:CreateRemoteThread|VirtualAllocEx|WriteProcessMemory|NtCreateThreadEx)$/.test(name))
      report('injects-code', node);
    else if (/\.(?:IsDebuggerPresent|CheckRemoteDebuggerPresent)$/.test(name)) report('checks-for-analysis', node);
    else if (/\.(?:AmsiScanBuffer|EtwEventWrite)$/.test(name)) report('blinds-defences', node);
    else {
      const value = /\]$/.test(program.text[node.to - 1] ?? '') ? constantOf(program, node) : undefined;
      if (value && value.how !== 'plain') reportAddress(value.text, value.how, node, report);
    }
  }
}

function readAssignments(program: Program, report: Report): void {
  for (const node of program.assignments) {
    const parts = children(node);
    const target = parts[0];
    const value = parts.at(-1);
    if (!target || !value || slice(program, value) !== 'False') continue;
    if (target.name === 'MemberExpression' && /\.(?:check_hostname|verify)$/.test(slice(program, target)))
      report('tls-off', node);
  }
}

/** `except: pass` around something that already stands out. Alone it is everyday code and stays silent. */
function readSwallowed(program: Program, found: readonly ScriptHazard[], report: Report): void {
  const strong = found.filter(({ strength }) => strength >= 2);
  for (const node of program.tries) {
    const parts = children(node);
    const at = parts.findIndex(({ name }) => name === 'except');
    const body = parts.slice(at).find(({ name }) => name === 'Body');
    const guarded = parts.find(({ name }) => name === 'Body');
    if (at < 0 || !body || !guarded || !/^:\s*(?:pass|\.\.\.|return(?: None)?|continue)\s*$/.test(slice(program, body)))
      continue;
    if (strong.some(({ span }) => guarded.from <= span.start && span.end <= guarded.to))
      report('failures-swallowed', parts[at]!);
  }
}
