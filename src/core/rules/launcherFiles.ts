import { hasNoStanding, isEstablished, standingOf } from '../facts/standing.ts';
import { shownWords } from '../instructions/documents/shown.ts';
import { cardLauncher } from './loaderInstructions.ts';
import { ownerOf } from './publisherHint.ts';
import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';

/** Files that a machine starts by their names. */
export const LAUNCHER =
  /\.(?:bat|cmd|ps1|vbs|vbe|jse|wsf|hta|pif|scr|lnk|msi|msix|msixbundle|appx|appinstaller|exe|com|cpl|xll|chm|scf|url|reg|docm|xlsm|iso|img|vhdx?|dmg|pkg|apk|jar|command|deb|rpm|appimage|desktop|vsix|crx|xpi)$/i;
/** Programs as such, and what hides one from the look of a reader or from the mark of a download. */
const PROGRAM =
  /\.(?:exe|com|msi|msix|msixbundle|appx|appinstaller|scr|lnk|apk|pif|vbe|jse|wsf|cpl|xll|chm|scf|docm|xlsm|iso|img|vhdx?|dmg|pkg|appimage|vsix|crx|xpi)$/i;
/** Nobody starts these to use a model: they hide what they are, or how they were downloaded. */
const DISGUISE =
  /\.(?:lnk|scr|pif|vbe|jse|wsf|cpl|xll|chm|scf|docm|xlsm|iso|img|vhdx?)$|\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|txt|mp[34]|zip)\.(?:exe|com)$/i;
const WEIGHTS = /\.(?:safetensors|gguf|ggml|onnx|tflite|pt|pth|ckpt|bin|h5|keras|mlmodel|litertlm|pb|engine)$/i;
/** Data goes by these names too: pages of a crawl, scans of a brain, documents. */
const ALSO_DATA = /\.(?:com|url|img|docm|xlsm|chm|iso|reg)$/i;
/** Names of Open-OSS's and anthfu's starters and their synonyms, at the top of a repo. Honest repos have them too. */
const STARTER = /^(?:loader|start|install|installer|launch|launcher|bootstrap|updater?|autorun)\.(?:pyw?|sh)$/i;

export const launcherFiles: Rule = {
  id: 'launcher-files',
  title: 'Programs and launchers beside the weights',
  depth: ['hub'],
  level: 'information',
  varies:
    'warning for programs (.exe, .msi, .dmg, .lnk) of a young publisher, and for any launcher of theirs that the card speaks of, and of an unknown one unless they stand beside weights undisguised; hint for mere scripts of a publisher with a history, and for `loader.py` and the like of a young one; in a space, which is a program itself, for programs alone',
  asks: 'Does a repo carry executables or launchers?',
  why: 'A library loads weights; it starts no `.bat`. Honest repos have launchers too, so the name of a file is no proof: what it does is.',
  advice: 'Do not start them. Load the model with its library.',
  source: 'Open-OSS, anthfu, js-logger and TrustBastion, beside honest `webui-user.bat` and `start.bat`.',
  example: 'AutoModel.from_pretrained("org/model-with-start-bat")',
  onReference(reference, context) {
    const facts = context.facts(reference);
    if (facts.files.state !== 'known') return undefined;
    // A space runs on the Hub's own Linux: it has no use for what only its visitors' machines could start.
    const looked = reference.kind === 'space' ? PROGRAM : LAUNCHER;
    const standing = standingOf(facts, ownerOf(reference, context), context.names);
    const paths = facts.files.value.map(({ path }) => path);
    const started = paths.filter(path => looked.test(path) && !(reference.kind === 'dataset' && ALSO_DATA.test(path)));
    const starters =
      reference.kind !== 'space' && reference.kind !== 'dataset' && standing.level === 'young'
        ? paths.filter(path => STARTER.test(path))
        : [];
    const found = started.length > 0 ? started : starters;
    if (found.length === 0) return undefined;
    const programs = started.some(path => PROGRAM.test(path));
    // An account of some months with weights beside its programs: a port or a demo. What only ships programs is a host of them.
    const companion =
      standing.level === 'unknown' && reference.kind === 'model' && paths.some(path => WEIGHTS.test(path));
    // In whatever language it is told: a card speaks of a launcher so that somebody starts it. What is read there is said there.
    const spokenOf =
      standing.level === 'young' &&
      reference.kind !== 'space' &&
      facts.card.state === 'known' &&
      !cardLauncher(reference, context)
        ? firstNamed(started, facts.card.value)
        : undefined;
    const disguised = started.some(path => DISGUISE.test(path));
    const severity =
      spokenOf !== undefined || (programs && hasNoStanding(standing) && (disguised || !companion))
        ? 'warning'
        : started.length === 0 || (!programs && isEstablished(standing))
          ? 'hint'
          : 'information';
    const named = found
      .slice(0, 3)
      .map(path => `\`${path}\``)
      .join(', ');
    return {
      severity,
      message: `\`${reference.id}\` carries ${named}${found.length > 3 ? ` and ${found.length - 3} more` : ''}, which loading it does not need${spokenOf !== undefined ? `, and its card speaks of ${found.length > 1 ? `\`${spokenOf}\`` : 'it'}` : ''}. Do not start ${found.length > 1 ? 'them' : 'it'}.`,
      weight: WEIGHT[severity],
      source: facts.files.source.host,
    };
  },
};

/** The first file that the card names, as written (in an address, in code) or as its reader sees it. Windows does not mind the case. */
function firstNamed(paths: readonly string[], card: string): string | undefined {
  if (paths.length === 0) return undefined;
  const views = [card, shownWords(card)].map(view => view.toLowerCase());
  return paths.find(path => {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    return views.some(view => view.includes(name));
  });
}
