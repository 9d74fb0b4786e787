import type { Facts } from '../facts/facts.ts';
import type { FileFacts } from '../facts/fileFacts.ts';
import { isEstablished, type Standing, standingOf } from '../facts/standing.ts';
import { ownerOf } from './publisherHint.ts';
import type { Rule } from './rule.ts';
import { bySeverity, type Severity } from './severity.ts';
import { WEIGHT } from './weights.ts';

/** Imports that the Hub calls dangerous and that honest pickles of YOLO, dill and scikit-learn have too. */
const ROUTINE: readonly RegExp[] = [
  /^(?:builtins|__builtin__)\.(?:getattr|setattr|hasattr)$/,
  /^(?:functools\.partial|operator\.(?:attrgetter|itemgetter|getitem)|copyreg\._reconstructor|collections\.\w+)$/,
  // Classes: what a pickle builds. Functions of the same packages load and run things.
  /^(?:torch|numpy|ultralytics|models|sklearn|joblib|xgboost)(?:\.\w+)*\.[A-Z]\w*$/,
  /^torch\.(?:_utils\._rebuild_\w+|_tensor\._rebuild_\w+|storage\._load_from_bytes|device|dtype|b?float\d+|u?int\d+|bool)$/,
  /^numpy\.(?:_?core\.(?:multiarray|numeric)\.(?:_reconstruct|scalar|_frombuffer)|random\._pickle\.\w+|ndarray|dtype)$/,
  /^dill\._dill\._(?:create_(?:function|code|cell|type|namedtuple|array)|load_type|get_attr)$/,
];
/** What builds an object: a class, of whatever package. The Hub calls it suspicious as long as nobody has put it on a list. */
const CLASS =
  /^(?!(?:os|posix|nt|sys|subprocess|builtins|socket|pty|ctypes|runpy|importlib|code|webbrowser)\.)[\w.]+\.[A-Z]\w*$/;
/** Modules whose functions start programs, run text as code, or reach the network. */
const HARMFUL =
  /^(?:os|posix|nt|sys|subprocess|socket|pty|ctypes|runpy|importlib|imp|code|codeop|webbrowser|shutil|commands|pickle|marshal|base64|requests|urllib\w*|httpx|aiohttp|http|ftplib|smtplib|asyncio|multiprocessing|pip|timeit|pdb|bdb|cProfile|profile|trace)\.|^(?:builtins|__builtin__)\.(?:eval|exec|execfile|compile|open|__import__|input|breakpoint)$/;
const isRoutine = (name: string) => ROUTINE.some(pattern => pattern.test(name));

/** What a scanner calls a file that was made to harm. */
const MALICE =
  /malware|trojan|backdoor|virus|exploit|shell|stealer|ransom|dropper|downloader|rootkit|botnet|coin ?miner|keylog|\bFOUND\b/i;
/** They look for signatures, not for what a format could do. */
const ANTIVIRUS: ReadonlySet<string> = new Set(['antivirus', 'VirusTotal']);

export const hubScanFlagged: Rule = {
  id: 'hub-scan-flagged',
  title: "Flagged by the Hub's scanners",
  depth: ['hub'],
  level: 'warning',
  varies:
    'error for an unsafe file that imports what runs code; warning for a suspicious one that does, and for a suspicious Python file of a young account; information for other suspicious files, and where scanners disagree about an established publisher; hint where a suspicious file only builds objects of classes that no list has, and for routine remarks on Python files',
  asks: "Did the Hub's own scanners flag files of the repo?",
  why: 'The Hub has its files scanned by several companies. They are often wrong about old pickles, so who says what matters. A file that was not scanned is neither safe nor unsafe.',
  advice: 'Do not load the flagged file. Take safetensors instead, or ask the publisher.',
  source: "The Hub's scan states; JFrog said that its integration removed 96% of the scanners' false positives.",
  example: 'AutoModel.from_pretrained("org/flagged-pickle")',
  onReference(reference, context) {
    const facts = context.facts(reference);
    const files = scannedFiles(facts);
    if (files.length === 0) return undefined;
    const standing = standingOf(facts, ownerOf(reference, context), context.names);
    const worst = files
      .flatMap(file => judged(file, standing) ?? [])
      .sort((a, b) => bySeverity(a.severity, b.severity));
    if (!worst[0]) return undefined;
    const more = worst.length - 1;
    return {
      severity: worst[0].severity,
      message: `The Hub's scanners flag ${worst[0].says}${more > 0 ? `, and ${more} more` : ''}. ${worst[0].severity === 'hint' ? 'That alone is routine.' : 'Do not load it before somebody has looked.'}`,
      weight: WEIGHT[worst[0].severity],
      source: 'scanners of the Hub',
    };
  },
};

/** Files with what scanners say of them; where only the whole repo's answer names a file, that. */
function scannedFiles({ files, scan }: Facts): readonly FileFacts[] {
  const each = files.state === 'known' ? files.value.filter(file => file.scan) : [];
  const told = new Set(each.map(({ path }) => path));
  const issues = scan.state === 'known' ? scan.value.issues.filter(({ path }) => !told.has(path)) : [];
  return [...each, ...issues.map(({ path, level }) => ({ path, scan: { level, vendors: [], dangerousImports: [] } }))];
}

function judged({ path, scan }: FileFacts, standing: Standing): { severity: Severity; says: string } | undefined {
  if (!scan) return undefined;
  const established = isEstablished(standing);
  const accusing = scan.vendors.filter(({ level }) => ['unsafe', 'suspicious', 'caution'].includes(level));
  const harmful = scan.dangerousImports.filter(name => !isRoutine(name));
  const by = accusing
    .map(({ vendor, level, message }) => `${vendor}: ${message && MALICE.test(message) ? message : level}`)
    .join('; ');
  const named = scan.dangerousImports.length > 0 ? scan.dangerousImports : (scan.suspiciousImports ?? []);
  const imports = named.length > 0 ? `, which imports \`${named.slice(0, 3).join('`, `')}\`` : '';
  const says = `\`${path}\` as ${scan.level}${imports}${by ? ` (${by})` : ''}`;
  const malware = accusing.some(
    ({ vendor, level, message }) =>
      (level === 'unsafe' && ANTIVIRUS.has(vendor)) ||
      (level !== 'caution' && message !== undefined && MALICE.test(message)),
  );
  if (scan.level === 'unsafe') {
    if (harmful.length > 0) return { severity: 'error', says };
    return { severity: established && !malware && accusing.length < 2 ? 'information' : 'warning', says };
  }
  if (malware) return { severity: 'warning', says };
  if (scan.level === 'suspicious') {
    // Python files are routinely called worth caution, not suspicious; a new account has nothing to set against it.
    if (path.endsWith('.py')) return { severity: standing.level === 'young' ? 'warning' : 'hint', says };
    const unlisted = scan.suspiciousImports ?? [];
    if (unlisted.some(name => HARMFUL.test(name))) return { severity: 'warning', says };
    // Only the list of imports speaks, and by it every class that it does not know is suspicious.
    const onlyTheList = accusing.every(({ vendor }) => vendor === 'pickle imports');
    const classes = unlisted.length > 0 && unlisted.every(name => CLASS.test(name) || isRoutine(name));
    return { severity: established || (onlyTheList && classes) ? 'hint' : 'information', says };
  }
  return scan.level === 'caution' ? { severity: 'hint', says } : undefined;
}
