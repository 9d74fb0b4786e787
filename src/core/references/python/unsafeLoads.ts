import type { UnsafeLoad } from '../../hazard.ts';
import { ownCopy } from '../../text/ownCopy.ts';
import { shifted } from '../../text/span.ts';
import { torchDemand } from '../torchDemand.ts';
import { calleesOf } from './callee.ts';
import { originOf } from './downloads.ts';
import type { Call } from './expression.ts';
import { isAliased, type Located, lastName } from './scope.ts';
import { asBoolean, rangeOf, statedKeyword } from './stated.ts';
import type { Values } from './values.ts';

interface UnsafeLoader {
  /** The module, or what stands for it where no import is in sight. */
  readonly module: RegExp;
  /** The keyword that makes it safe or unsafe, and the value that is safe; without it nothing does. */
  readonly keyword?: string;
  readonly safe?: boolean;
  /** Leaving the keyword out is safe. */
  readonly safeByDefault?: boolean;
}

/** Loads that unpickle. Source: the functions' own documentation warns of each. */
const UNSAFE: Readonly<Record<string, readonly UnsafeLoader[]>> = {
  load: [
    { module: /^torch$/, keyword: 'weights_only', safe: true },
    { module: /^(?:pickle|cPickle|_pickle|dill|cloudpickle|joblib|pickle5)$/ },
    { module: /^(?:numpy|np)$/, keyword: 'allow_pickle', safe: false, safeByDefault: true },
  ],
  loads: [{ module: /^(?:pickle|cPickle|_pickle|dill|cloudpickle|pickle5)$/ }],
  read_pickle: [{ module: /^(?:pandas|pd)$/ }],
  load_state_dict_from_url: [{ module: /^torch$/, keyword: 'weights_only', safe: true }],
};

/** Other functions of torch that are called `load` compile code or read formats of their own. */
const TORCH_PATHS: ReadonlySet<string> = new Set([
  'torch.load',
  'torch.serialization.load',
  'torch.hub.load_state_dict_from_url',
  'torch.utils.model_zoo.load_url',
]);

/** The loads that the call makes which unpickle without being told to be careful; `text` is the whole program. */
export function readUnsafeLoads(call: Located<Call>, values: Values, text: string): UnsafeLoad[] {
  return loadingNames(call, values).flatMap(name => {
    const loader = loaderOf(call, name, values);
    const judged = loader && judge(call, loader, values);
    if (!loader || !judged || isRoundTrip(call.expression)) return [];
    const api = `${loader.module.source.match(/[a-z]+/)![0]}.${name}`;
    return {
      type: 'unsafe-load',
      api: isTorch(loader) ? `torch.${name === 'load' ? 'load' : 'hub.load_state_dict_from_url'}` : shownApi(call, api),
      span: shifted(rangeOf(call.expression.callee), call.base),
      evidence: excerptOf(text, call),
      origin: name === 'load_state_dict_from_url' ? 'downloaded' : originOfFile(call, values),
      ...judged,
    };
  });
}

const isTorch = (loader: UnsafeLoader) => loader.keyword === 'weights_only';

function originOfFile(call: Located<Call>, values: Values): UnsafeLoad['origin'] {
  const file = call.expression.arguments.find(
    each => each.role === 'positional' || /^(?:f|file|filepath_or_buffer|url)$/.test(each.name ?? ''),
  );
  return file ? originOf({ ...call, expression: file.value }, values) : 'unknown';
}

/** The words of {@link UNSAFE} that the call may stand for: its own, or the one behind `from torch import load as …`. */
function loadingNames(call: Located<Call>, { module }: Values): string[] {
  const { callee } = call.expression;
  const called = lastName(callee);
  if (called === undefined) return [];
  const names = Object.hasOwn(UNSAFE, called) ? [called] : [];
  if (callee.type !== 'name' || !isAliased({ ...call, expression: callee }, module)) return names;
  const value = module.top.bindings.get(called)?.[0]?.value.expression;
  const name = value?.type === 'imported' ? value.path.at(-1)! : '';
  return Object.hasOwn(UNSAFE, name) ? [...names, name] : names;
}

/** Tells the loads by torch which torch the program demands, where it says so. */
export function withTorch(loads: readonly UnsafeLoad[], text: string): readonly UnsafeLoad[] {
  const concerns = (load: UnsafeLoad) => load.api.startsWith('torch.');
  const torch = loads.some(concerns) ? torchDemand(text) : undefined;
  return torch ? loads.map(load => (concerns(load) ? { ...load, torch } : load)) : loads;
}

/** `pickle.loads(pickle.dumps(x))`: what is unpickled was pickled just before. */
function isRoundTrip({ arguments: [first] }: Call): boolean {
  return first?.value.type === 'call' && lastName(first.value.callee) === 'dumps';
}

function loaderOf(call: Located<Call>, name: string, values: Values): UnsafeLoader | undefined {
  for (const { path, root } of calleesOf({ ...call, expression: call.expression.callee }, values.module)) {
    if (root === 'file' || path.at(-1) !== name || path.length < 2) continue;
    const loader = UNSAFE[name]!.find(each => each.module.test(path[0]!));
    if (loader && (path[0] !== 'torch' || TORCH_PATHS.has(path.join('.')))) return loader;
  }
  return undefined;
}

function judge(
  call: Located<Call>,
  loader: UnsafeLoader,
  values: Values,
): Pick<UnsafeLoad, 'safety' | 'makeSafe'> | undefined {
  const { keyword } = loader;
  if (!keyword) return { safety: 'off' };
  const stated = asBoolean(statedKeyword(call, keyword, [], values));
  if (stated.state === 'absent' && loader.safeByDefault) return undefined;
  if (stated.state === 'known' && stated.value === loader.safe) return undefined;
  const word = loader.safe ? 'True' : 'False';
  const given = call.expression.arguments.find(each => each.name === keyword);
  const spreads = call.expression.arguments.some(each => each.role === 'spreadKeywords');
  const replace = given && { span: shifted(rangeOf(given.value), call.base), newText: word };
  const insert = insertion(call, `${keyword}=${word}`);
  const makeSafe = replace ?? (spreads ? undefined : insert);
  const safety = stated.state === 'known' ? 'off' : stated.state === 'absent' ? 'default' : 'unknown';
  return { safety, ...(makeSafe && { makeSafe }) };
}

/** One more argument behind the last. */
function insertion(call: Located<Call>, argument: string): UnsafeLoad['makeSafe'] {
  const { end, arguments: given } = call.expression;
  if (end === undefined) return undefined;
  const at = call.base + end;
  return { span: { start: at, end: at }, newText: given.length > 0 ? `, ${argument}` : argument };
}

function shownApi(call: Located<Call>, usual: string): string {
  const { callee } = call.expression;
  if (callee.type !== 'attribute') return usual;
  const owner = lastName(callee.object);
  return owner ? `${owner}.${callee.name}` : usual;
}

const excerptOf = (text: string, call: Located<Call>) =>
  ownCopy(text.slice(call.base + call.expression.from, call.base + call.expression.to).slice(0, 200));
