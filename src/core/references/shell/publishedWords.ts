import { FETCHES, isPublishedId, kindToldBy, mayHoldId } from '../catalogue/publishedIds.ts';
import { isHubPublisher } from '../catalogue/publishers.ts';
import { readId } from '../idForms.ts';
import { absent, type Reference, unstated } from '../reference.ts';
import type { CommandLine } from './commandLine.ts';
import type { Placed } from './variables.ts';
import { isWhole, partsOf, wordFrom } from './words.ts';

/** Programs whose `owner/name` is code, an image or a package. */
const OF_CODE =
  /^(?:git|gh|glab|hub|docker|podman|nerdctl|crane|skopeo|kubectl|kustomize|npm|npx|pnpm|yarn|bun|pip3?|pipx|uvx|go|cargo|apt|apk|dnf|yum|nix|brew|asdf|mise|eget|wget|curl|ollama|conda|mamba|terraform|gcloud|az|act|vcs|svn|hg|composer|gem|jq|yq|tar|find|cat|export_to)$/;

/** Programs that ask another hub unless they are told to ask this one. */
const OF_OTHER_HUBS = /^(?:swift|megatron|modelscope|evalscope|xinference|kaggle|ngc)$/;

/** Words that make what is named a destination. */
const SENDS = /^(?:push|upload|upload-large-folder|create|delete|repo|repos|repo-files|tag|branch|remote|publish)$/;

/** Programs of anybody's, whose arguments may be anything. */
const SCRIPT = /\.(?:py|sh|slurm|sbatch)$/;

const PYTHON = /(?:^|\/)python[\d.]*$/;

const SETTING = /^[+~]*(\w[\w.-]*\.[\w-]+)=/;

/** Source: `helm install --help`. */
const SETS = /^--set(?:-string)?$/;

/** Go runs a folder of code, and its flags have one dash: `go run ./cmd/fetch -dataset org/name`. */
const OF_GO = /^(?:\.{1,2}\/|\w[\w.-]*\/)*[\w.-]+$/;

/** Flags that name data or a model and nothing else. */
const TELLS = /^(?:(?:hf_)?(?:model|dataset|tokenizer)(?:_id|_name|_repo)?)$/;

/** Owners that are written as no plain word is: `HuggingFaceFW`. */
const isTold = (id: string) => isHubPublisher(id.split('/')[0]!) && /[A-Z].*[a-z]/.test(id.split('/')[0]!);

/** Ids of known publishers behind flags and settings that no row of the tables knows, and behind a script's name. */
export function publishedWords(line: CommandLine, program: string, isForeign = () => false): Reference[] {
  const isGo = program === 'go' && line.texts.includes('run');
  // The words that a container is started with go to the program of its image, whatever that is called.
  const isStarted = program === 'docker' && line.texts[1] === 'run' && line.words[2]?.word.span.end === 0;
  if (
    (OF_CODE.test(program) && !isGo && !isStarted) ||
    OF_OTHER_HUBS.test(program) ||
    line.texts.some(text => SENDS.test(text))
  )
    return [];
  const { flags, positionals } = line.options(0);
  const found: Reference[] = [];
  const add = (placed: Placed, name: string, api: string, isSure: (id: string) => boolean = isPublishedId) => {
    for (const filled of line.fillings(placed).flatMap(partsOf)) {
      const read = readId(filled.excerpt.text, 'full-revisioned', 'model', false);
      if (read?.judged !== 'repo' || read.address || !isSure(read.id) || !isWhole(filled, read)) continue;
      const { revision } = read;
      found.push({
        ...unstated,
        id: read.id,
        kind: kindToldBy([name], read.id),
        span: filled.excerpt.toOuter(read),
        api,
        link: false,
        revision: revision ? { state: 'known', value: revision.value, span: filled.excerpt.toOuter(revision) } : absent,
        pins: revision ? [{ span: filled.excerpt.toOuter(revision), before: '', after: '' }] : [],
      });
    }
  };
  for (const { flag, values } of flags) {
    const name = lastName(flag);
    const isLong = flag.startsWith('--') || (isGo && flag.length > 2);
    if (!isLong || !mayHoldId(name)) continue;
    for (const value of values) add(value, name, flag, id => isPublishedId(id) || (TELLS.test(name) && isTold(id)));
  }
  /** `model.name=org/name` of Hydra, and of Helm behind `--set`: what is called `name` is so called by what it is in. */
  const set = (placed: Placed, text: string): boolean => {
    const setting = SETTING.exec(text)?.[1];
    if (setting === undefined) return false;
    const value = { word: wordFrom(placed.word, placed.word.excerpt.text.indexOf('=') + 1), scope: placed.scope };
    const name = lastName(setting);
    const whole = /^(?:name|id|path)$/.test(name) ? `${lastName(setting.replace(/\.[^.]*$/, ''))}_${name}` : name;
    if (mayHoldId(whole)) add(value, whole, setting);
    return true;
  };
  for (const { values } of flags.filter(({ flag }) => SETS.test(flag))) {
    for (const value of values) set(value, value.word.excerpt.text);
  }
  const ran = isGo ? line.texts.indexOf('run') + 1 : -1;
  const script = isStarted ? 2 : isGo && OF_GO.test(line.texts[ran] ?? '') ? ran : scriptAt(line.texts);
  const says = line.texts[script]?.split('/').at(-1) ?? '';
  const isFetched = (id: string) => isPublishedId(id) || (FETCHES.test(says) && isHubPublisher(id.split('/')[0]!));
  for (const { flag, word, values } of flags) {
    const at = line.words.findIndex(each => each.word === word);
    // `python -m tools.fetch org/name`: the module takes the rest.
    if (at === script - 1) for (const value of values.slice(1)) add(value, '', says, isFetched);
    // `python fetch.py -m org/name`; what stands before the script is the program's own.
    if (script < 0 || !/^-[a-z]$/i.test(flag) || at < script) continue;
    for (const value of values) add(value, '', `${says} ${flag}`);
  }
  for (const { placed, text } of positionals) {
    if (!set(placed, text) && script >= 0 && line.words.indexOf(placed) > script) {
      add(placed, /dataset/i.test(says) ? 'dataset' : '', says, isFetched);
    }
  }
  return found.length > 0 && isForeign() ? [] : found;
}

/** Where the words name a script, or a module that Python runs as one: `python -m tools.convert`. */
function scriptAt(texts: readonly string[]): number {
  const module = texts.findIndex((text, at) => text === '-m' && PYTHON.test(texts[at - 1] ?? '')) + 1;
  return module > 0 ? module : texts.findIndex(text => SCRIPT.test(text));
}

/** `--dataset.repo-id` in the way of the tables: `repo_id`. */
const lastName = (flag: string): string =>
  flag
    .replace(/^-+/, '')
    .split('.')
    .at(-1)!
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
