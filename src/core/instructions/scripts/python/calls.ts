import type { SyntaxNode } from '@lezer/common';
import { isOfficialInstaller } from '../../installers.ts';
import { readCommand } from '../commandText.ts';
import { constantOf } from './constants.ts';
import { isFetch, isFetched } from './origins.ts';
import { argumentsOf, children, nameOf, type Program, slice } from './program.ts';
import { type Report, reportAddress } from './report.ts';

const EVALUATES = /^(?:(?:builtins|__builtins__)\.)?(?:exec|eval)$|^runpy\.run_(?:path|module)$/;
const SPAWNS =
  /^subprocess\.(?:run|Popen|call|check_call|check_output|getoutput|getstatusoutput)$|^os\.(?:system|popen|startfile|exec[lv]p?e?|spawn[lv]p?e?|posix_spawn)$|^asyncio\.create_subprocess_(?:shell|exec)$|^pty\.spawn$|^commands\.getoutput$/;
const TAKES_VERIFY = /(?:^|\.)(?:get|post|put|head|delete|patch|request|stream|Client|AsyncClient|Session|download)$/;
/** A shell or interpreter that runs what the next argument says. */
const INTERPRETER = /\b(?:powershell|pwsh|cmd|bash|sh|zsh|python[\d.]*|mshta|wscript|cscript)(?:\.exe)?\b/i;
const PROGRAM_FILE = /\.(?:exe|bat|cmd|ps1|vbs|msi|scr|sh|command|dll|hta|jar)$/i;

/** Last names of the methods that any question here is about. Most calls of a file are none of them and end at this. */
const TELLING_METHOD =
  /\.(?:exec\w*|eval|run|run_path|run_module|Popen|call|check_call|check_output|get(?:status)?output|system|popen|startfile|posix_spawn|spawn\w*|create_subprocess_\w+|ShellExecute\w*|disable_warnings|get|post|put|head|delete|patch|request|stream|Client|AsyncClient|Session|download|urlopen|urlretrieve|write|write_bytes|write_text|\w*decode|decodebytes|fromhex|unhexlify|a2b_\w+|join|dup2|socket|create_connection|connect)$/;

const mayTell = (program: Program, call: SyntaxNode): boolean => {
  const callee = call.firstChild;
  if (callee?.name !== 'MemberExpression') return true;
  return TELLING_METHOD.test(program.text.slice(Math.max(callee.from, callee.to - 30), callee.to));
};

/** What the calls of a file do: run fetched or decoded text, start hidden shells, switch TLS verification off. */
export function readCalls(program: Program, report: Report): void {
  const downloads = downloadedFiles(program);
  const names = new Set<string>();
  for (const call of program.calls) {
    if (!mayTell(program, call)) continue;
    const callee = nameOf(program, call.firstChild);
    names.add(callee);
    const { positional, keyword } = argumentsOf(program, call);
    if (EVALUATES.test(callee)) readEvaluation(program, call, positional[0], report);
    else if (SPAWNS.test(callee)) readSpawn(program, call, positional[0] ?? keyword.get('args'), downloads, report);
    else if (
      /(?:^|\.)ShellExecute(?:Ex)?[AW]?$/.test(callee) &&
      /["']runas["']/i.test(slice(program, call).slice(0, 400))
    )
      report('elevation', call);
    else if (/(?:^|\.)disable_warnings$/.test(callee)) report('tls-off', call);
    else readTransfer(program, call, callee, keyword, report);

    const value = /decode|fromhex|unhexlify|join|a2b_/.test(callee) ? constantOf(program, call) : undefined;
    if (value && value.how !== 'plain' && !isPartOfDecoding(program, call))
      reportAddress(value.text, value.how, call, report);
  }
  readReverseShell(program, names, report);
}

function readEvaluation(program: Program, call: SyntaxNode, code: SyntaxNode | undefined, report: Report): void {
  if (isFetched(program, code)) report('fetch-and-run', call);
  else if (constantOf(program, code)?.how === 'decoded' || constantOf(program, code)?.how === 'disguised')
    report('decoded-code', call);
}

function readSpawn(
  program: Program,
  call: SyntaxNode,
  command: SyntaxNode | undefined,
  downloads: readonly Download[],
  report: Report,
): void {
  if (!command) return;
  const list = listOf(program, command);
  const constant = constantOf(program, command);
  const words = constant?.text ?? '';
  if (isFetchedCommand(program, command, list, words)) report('fetch-and-run', call);
  else if (constant && constant.how !== 'plain') report('decoded-code', call);
  const signs = readCommand(words);
  for (const sign of new Map(signs.map(sign => [sign.behaviour, sign])).values())
    report(sign.behaviour, call, sign.strength);
  // Desktop programs hide the console of every helper they start; alone it says little.
  const hidesWindow = /CREATE_NO_WINDOW|0x0?8000000\b|SW_HIDE/.test(slice(program, call).slice(0, 1_000));
  if (
    hidesWindow &&
    /\b(?:powershell|pwsh)\b/i.test(words) &&
    !signs.some(({ behaviour }) => behaviour === 'hidden-powershell')
  ) {
    report('hidden-powershell', call, 1);
  }
  const source = slice(program, command).slice(0, 2_000);
  const file = downloads.find(
    ({ key, name }) =>
      (key !== '' && new RegExp(`(?<![\\w.])${key}(?!\\w)`).test(source)) || (name !== '' && words.includes(name)),
  );
  if (file && (file.isProgram || INTERPRETER.test(words)))
    report(file.official ? 'official-installer' : 'download-and-run', call);
}

const listOf = (program: Program, node: SyntaxNode): SyntaxNode[] | undefined => {
  const value = node.name === 'VariableName' ? (program.values.get(slice(program, node))?.[0] ?? node) : node;
  return value.name === 'ArrayExpression' || value.name === 'TupleExpression'
    ? children(value).filter(child => !/^[[\](),]$/.test(child.name))
    : undefined;
};

/** Fetched text is the command itself, its first word, or what an interpreter is told to run; a mere argument (a tag, a file name) is not. */
function isFetchedCommand(
  program: Program,
  command: SyntaxNode,
  list: readonly SyntaxNode[] | undefined,
  words: string,
): boolean {
  if (!list) return isFetched(program, command);
  if (isFetched(program, list[0])) return true;
  return INTERPRETER.test(words) && list.slice(1, 40).some(part => isFetched(program, part));
}

function readTransfer(
  program: Program,
  call: SyntaxNode,
  callee: string,
  keyword: ReadonlyMap<string, SyntaxNode>,
  report: Report,
): void {
  const is = (name: string, value: string) => keyword.has(name) && slice(program, keyword.get(name)!) === value;
  if ((is('verify', 'False') || is('ssl', 'False') || is('verify_ssl', 'False')) && TAKES_VERIFY.test(callee)) {
    report('tls-off', call, 1);
  }
  if (isFetch(program, call) && /\.(?:post|put|request|urlopen)$/.test(callee) && sendsEnvironment(program, call)) {
    report('sends-environment', call);
  }
}

/** The whole environment, not one variable of it. */
function sendsEnvironment(program: Program, call: SyntaxNode): boolean {
  const queue = [call.getChild('ArgList')];
  for (let seen = 0; queue.length > 0 && seen < 200; seen++) {
    const node = queue.shift();
    if (!node) continue;
    if (node.name === 'MemberExpression' && nameOf(program, node) === 'os.environ') {
      return node.parent?.name !== 'MemberExpression' || /\.(?:copy|items)$/.test(slice(program, node.parent));
    }
    queue.push(...children(node));
  }
  return false;
}

interface Download {
  /** The name that holds the path in this file; empty when it is a literal. */
  readonly key: string;
  /** The file's own name, where known. */
  readonly name: string;
  readonly isProgram: boolean;
  readonly official: boolean;
}

/** Files that this script writes from the network: `urlretrieve(url, path)`, `open(path, "wb")` with fetched bytes written. */
function downloadedFiles(program: Program): Download[] {
  const found: Download[] = [];
  for (const call of program.calls) {
    if (!mayTell(program, call)) continue;
    const callee = nameOf(program, call.firstChild);
    const { positional, keyword } = argumentsOf(program, call);
    let path: SyntaxNode | undefined;
    let address = '';
    if (/(?:^|\.)urlretrieve$|^wget\.download$/.test(callee)) {
      path = positional[1] ?? keyword.get('out') ?? keyword.get('filename');
      address = constantOf(program, positional[0])?.text ?? '';
    } else if (/\.write(?:_bytes|_text)?$/.test(callee) && isFetched(program, positional[0])) {
      const receiver = call.firstChild?.firstChild;
      const opened = receiver?.name === 'VariableName' ? program.values.get(slice(program, receiver))?.[0] : receiver;
      path = callee.endsWith('write') && opened ? argumentsOf(program, opened).positional[0] : (receiver ?? undefined);
    }
    if (!path) continue;
    const text = constantOf(program, path)?.text ?? '';
    const name = /([^/\\\s]{1,100})\s*$/.exec(text)?.[1] ?? '';
    const named = path.name === 'VariableName' ? slice(program, path) : '';
    if (!name && !named) continue;
    const source = `${text} ${(program.values.get(named) ?? []).map(value => slice(program, value).slice(0, 300)).join(' ')}`;
    const isProgram = PROGRAM_FILE.test(name) || /\.(?:exe|bat|cmd|ps1|vbs|msi|scr)["']/i.test(source);
    found.push({
      key: named,
      name,
      isProgram,
      official: isOfficialInstaller(address) || address.startsWith('https://bootstrap.pypa.io/'),
    });
  }
  return found;
}

/** The outermost decoder of a chain reports; what is inside it does not again. */
function isPartOfDecoding(program: Program, call: SyntaxNode): boolean {
  for (let at = call.parent, steps = 0; at && steps < 4; at = at.parent, steps++) {
    if (at.name === 'CallExpression' && /(?:decode|fromhex|unhexlify|join|str)$/.test(nameOf(program, at.firstChild)))
      return true;
    if (at.name === 'MemberExpression' && slice(program, at).endsWith(']')) return true;
  }
  return false;
}

function readReverseShell(program: Program, names: ReadonlySet<string>, report: Report): void {
  const connects = [...names].some(name => /^socket\.(?:socket|create_connection)(?:\(\))?(?:\.connect)?$/.test(name));
  if (!connects) return;
  for (const call of program.calls) {
    const callee = nameOf(program, call.firstChild);
    if (callee === 'os.dup2' || (callee === 'pty.spawn' && /sh["']/.test(slice(program, call).slice(0, 100)))) {
      report('reverse-shell', call);
      return;
    }
  }
}
