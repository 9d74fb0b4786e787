import type { UnsafeLoad } from '../../hazard.ts';
import type { Expression } from './expression.ts';
import { latestBindings } from './latest.ts';
import type { Origin } from './origin.ts';
import { callsNamed, type Located, lastName } from './scope.ts';
import type { Values } from './values.ts';

/** Calls whose result comes from the network: a path, bytes or an answer. */
const DOWNLOADS =
  /^(?:hf_hub_download|snapshot_download|cached_download|cached_path|cached_file|urlopen|urlretrieve|download_from_url|load_file_from_url|download_url|wget)$/;

/** The same, where the name says it only together with its module. */
const BY_MODULE: Readonly<Record<string, RegExp>> = {
  get: /^(?:requests|httpx|session|client)$/,
  post: /^(?:requests|httpx|session)$/,
  download: /^(?:wget|gdown|hub)$/,
  download_file: /^(?:s3|client|bucket)$/,
};

/** Calls that write what they fetch to a path: the position of that path. */
const WRITERS: Readonly<Record<string, number>> = { urlretrieve: 1, download_url_to_file: 1, download: 1 };

const MAX_DEPTH = 8;

/** Where the file comes from that is loaded, as far as this program shows. */
export function originOf(at: Located, values: Values): UnsafeLoad['origin'] {
  return trace(at, values, 0);
}

function trace(at: Located, values: Values, depth: number): UnsafeLoad['origin'] {
  if (depth > MAX_DEPTH) return 'unknown';
  const latest = latestBindings(at, values.module);
  if (!latest) return traceAll(values.origins(at), values, depth);
  const found = latest.map(binding =>
    binding.steps.length === 0
      ? trace(binding.value, values, depth + 1)
      : traceAll(values.bound(binding), values, depth),
  );
  return strongest(new Set(found));
}

function traceAll(origins: readonly Origin[], values: Values, depth: number): UnsafeLoad['origin'] {
  const found = origins.map(origin => (origin.type === 'value' ? ofValue(origin.at, values, depth) : 'unknown'));
  return strongest(new Set(found));
}

const strongest = (found: ReadonlySet<UnsafeLoad['origin']>): UnsafeLoad['origin'] =>
  found.has('downloaded') ? 'downloaded' : found.has('unknown') || found.size === 0 ? 'unknown' : 'local';

function ofValue(at: Located, values: Values, depth: number): UnsafeLoad['origin'] {
  const { expression } = at;
  const parts = (expressions: readonly Expression[]) =>
    strongest(new Set(expressions.map(each => trace({ ...at, expression: each }, values, depth + 1))));
  switch (expression.type) {
    case 'text':
      if (/^(?:https?|hf):\/\//.test(expression.value)) return 'downloaded';
      return writtenByDownload(expression.value, values) ? 'downloaded' : 'local';
    case 'call': {
      const name = lastName(expression.callee);
      if (name && isDownload(name, expression.callee)) return 'downloaded';
      const given = expression.arguments.map(each => each.value);
      const object =
        expression.callee.type === 'attribute' && !isModule(expression.callee.object) ? [expression.callee.object] : [];
      const paths = given.filter(each => each.type !== 'constant');
      return paths.length + object.length === 0
        ? 'unknown'
        : parts([...object, ...(isOpen(name) ? paths.slice(0, 1) : paths)]);
    }
    case 'attribute':
      return parts([expression.object]);
    case 'other':
      return expression.parts.length > 0 ? parts(expression.parts) : 'unknown';
    case 'sequence':
      return parts(expression.items);
    default:
      return 'unknown';
  }
}

const isOpen = (name: string | undefined) => name === 'open';

const isModule = (object: Expression): boolean =>
  object.type === 'name'
    ? /^(?:os|io|path|gzip|bz2|lzma|pathlib)$/.test(object.name)
    : object.type === 'attribute' && isModule(object.object);

function isDownload(name: string, callee: Expression): boolean {
  if (DOWNLOADS.test(name)) return true;
  const module = callee.type === 'attribute' ? lastName(callee.object) : undefined;
  return module !== undefined && Object.hasOwn(BY_MODULE, name) && BY_MODULE[name]!.test(module);
}

/** `urlretrieve(url, "model.pt")` and then `torch.load("model.pt")`. */
function writtenByDownload(path: string, values: Values): boolean {
  return Object.entries(WRITERS).some(([name, position]) =>
    callsNamed(values.module, name).some(call => {
      const given = call.expression.arguments[position]?.value;
      return given?.type === 'text' && given.value === path;
    }),
  );
}
