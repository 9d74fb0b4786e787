import { type Call, type Located, lastName } from './expression.ts';
import type { Values } from './values.ts';

/** What a call calls, as far as the file says it. */
export interface Callee {
  /** `import`: a package gives it. `unknown`: nobody in sight does. */
  readonly root: 'import' | 'unknown';
  readonly package?: string;
  /** From the root; `()` is what a call gave. */
  readonly path: readonly string[];
  /** The calls on the way: `new OpenAI({ baseURL })` of `client.chat.completions.create`. */
  readonly made: readonly Located<Call>[];
}

const MAX_DEPTH = 12;
const MAX_CALLEES = 12;

/** Everything that the called expression can stand for. Each is asked once: in a circle of names it stands for nothing. */
export function calleesOf(at: Located, values: Values, depth = 0): readonly Callee[] {
  const known = values.callees.get(at.expression);
  if (known) return known;
  if (depth > MAX_DEPTH) return [];
  values.callees.set(at.expression, []);
  const found = worked(at, values, depth).slice(0, MAX_CALLEES);
  values.callees.set(at.expression, found);
  return found;
}

function worked(at: Located, values: Values, depth: number): readonly Callee[] {
  const { expression } = at;
  switch (expression.type) {
    case 'imported':
      return [{ root: 'import', package: expression.package, path: expression.path, made: [] }];
    case 'name':
      return resolved(at, values, depth) ?? [unknown(expression.name)];
    case 'member': {
      const known = resolved(at, values, depth);
      if (known) return known;
      const objects = calleesOf({ ...at, expression: expression.object }, values, depth + 1);
      return objects.map(each => ({ ...each, path: [...each.path, expression.name] }));
    }
    case 'call': {
      if (values.program.idioms.keeping.has(lastName(expression.callee) ?? '') && expression.callee.type === 'member') {
        return calleesOf({ ...at, expression: expression.callee.object }, values, depth + 1);
      }
      const callees = calleesOf({ ...at, expression: expression.callee }, values, depth + 1);
      const made = { ...at, expression };
      return callees.map(each => ({ ...each, path: [...each.path, '()'], made: [...each.made, made] }));
    }
    default:
      return [unknown('')];
  }
}

const unknown = (name: string): Callee => ({ root: 'unknown', path: [name], made: [] });

/** What the name or field stands for, unless that is only itself. */
function resolved(at: Located, values: Values, depth: number): Callee[] | undefined {
  const known = values.known(at).filter(each => each.expression !== at.expression);
  const told = known.filter(({ expression }) => /^(?:imported|call|member|name)$/.test(expression.type)).slice(0, 8);
  return told.length === 0 ? undefined : told.flatMap(each => calleesOf(each, values, depth + 1));
}

/** `AutoModel.from_pretrained`, `OpenAI.chat.completions.create`: from the last class on; without one, the last word. */
export function apiName(callee: Callee): string {
  const words = callee.path.filter(word => word !== '()' && word !== '');
  const owner = words.findLastIndex((word, index) => /^[A-Z]/.test(word) && index < words.length - 1);
  return words.slice(owner < 0 ? -1 : owner).join('.') || 'call';
}
