import type { SourceDocument } from '../../document.ts';
import type { ScriptHazard } from '../../hazard.ts';
import { type PythonTree, parsePython, type Statement, wholeTree } from '../../syntax/pythonTree.ts';
import { hazardOf } from './hazardOf.ts';
import { readPython } from './python/readPython.ts';
import { readLines } from './readLines.ts';

/** Longer scripts are read up to here. */
const LENGTH_LIMIT = 2_000_000;

/** Words without which no Python file shows any behaviour that we know; looked for before anything is parsed. */
const PYTHON_TRIGGER =
  /b64decode|_create_unverified_context|verify=False|verify = False|verify_ssl=|ssl=False|CERT_NONE|check_hostname|disable_warnings|fromhex|unhexlify|a2b_|codecs\.decode|marshal\.loads|(?:exec|eval)\((?<![.\w](?:exec|eval)\()|join\((?=.{0,20}\bchr\b)|\[::-1\]|[pP]ower[sS]hell|pwsh|MpPreference|schtasks|ScheduledTask|runas|CurrentVersion|Login Data|Local State|logins\.json|key4\.db|wallet|nkbihfbe|Amsi|amsi\.|EtwEvent|DebuggerPresent|CreateRemoteThread|VirtualAlloc|dup2|pty\.spawn|os\.environ(?=\)|,|\}|\.copy|\.items)|aHR0c|jsonkeeper|npoint|jsonbin|webhook\.site|pastebin|rentry|glot\.io|paste\.|hastebin|gist\.githubusercontent|telegra\.ph|\/dev\/tcp|osascript|WinDefend|id_rsa|id_ed25519|huggingface[\\/]token|\.aws|(?:curl|wget) (?=.{0,200}\|)/;
/** A download and a start of something: together they may be a download that is started. */
const PYTHON_FETCHES = /requests\.|urlopen|urlretrieve|httpx\.|aiohttp\.|http\.client|wget\.download/;
const PYTHON_STARTS = /subprocess\.|os\.system|os\.popen|os\.startfile|Popen\(|check_call\(|runpy\./;

/** What a script does that a loader of models has no business doing. Other languages than Python, batch, PowerShell and shell: nothing. */
export function readScript(document: SourceDocument, parsed?: PythonTree): ScriptHazard[] {
  const text = document.text.length > LENGTH_LIMIT ? document.text.slice(0, LENGTH_LIMIT) : document.text;
  switch (document.language) {
    case 'python':
      return settle(readPythonScript(text, parsed));
    case 'batch':
    case 'powershell':
    case 'shell':
      return settle(readLines(text, document.language));
    default:
      return [];
  }
}

function readPythonScript(text: string, parsed: PythonTree | undefined): ScriptHazard[] {
  const known = parsed?.text === text ? parsed : undefined;
  const signs = known ? signsOfParts(known) : signsOf(text);
  if ((signs & TELLS) === 0 && signs !== (FETCHES | STARTS)) return known ? unreadable(known) : [];
  const tree = known ?? parsePython(text);
  return [...unreadable(tree), ...readPython(text, wholeTree(tree), (signs & TELLS) !== 0 ? 'everything' : 'calls')];
}

/** Statements whose nesting nobody follows. */
const unreadable = ({ text, chunks }: PythonTree): ScriptHazard[] =>
  chunks
    .filter(({ statement }) => statement.isTooDeep)
    .map(({ start, statement }) => hazardOf(text, 'nested-beyond-reading', start, start + statement.text.length));

const TELLS = 1;
const FETCHES = 2;
const STARTS = 4;

function signsOf(text: string): number {
  if (PYTHON_TRIGGER.test(text)) return TELLS;
  return (PYTHON_FETCHES.test(text) ? FETCHES : 0) | (PYTHON_STARTS.test(text) ? STARTS : 0);
}

/** What was found in statements so far: typing changes few of them. */
const SIGNS = new WeakMap<Statement, number>();

/** The same as of the whole text: none of the patterns goes beyond a line. */
function signsOfParts({ chunks }: PythonTree): number {
  let all = 0;
  for (const { statement } of chunks) {
    const known = SIGNS.get(statement);
    const signs = known ?? signsOf(statement.text);
    if (known === undefined) SIGNS.set(statement, signs);
    all |= signs;
  }
  return all;
}

/** Sorted; of the same behaviour at overlapping places the strongest, then the shortest, stays. */
function settle(hazards: readonly ScriptHazard[]): ScriptHazard[] {
  const kept: ScriptHazard[] = [];
  const length = ({ span }: ScriptHazard) => span.end - span.start;
  const byWorth = [...hazards].sort(
    (a, b) => b.strength - a.strength || length(a) - length(b) || a.span.start - b.span.start,
  );
  const taken = new Map<string, ScriptHazard[]>();
  for (const hazard of byWorth) {
    const same = taken.get(hazard.behaviour) ?? [];
    if (same.some(({ span }) => span.start < hazard.span.end && hazard.span.start < span.end)) continue;
    taken.set(hazard.behaviour, [...same, hazard]);
    kept.push(hazard);
  }
  return kept.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.behaviour < b.behaviour ? -1 : 1),
  );
}
