import { type Call, type Expression, type Located, lastName } from './expression.ts';
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

/** What the calls of one file call; each called expression is worked out once. */
export class Callees {
  readonly #values: Values;
  readonly #known = new Map<Expression, readonly Callee[]>();

  constructor(values: Values) {
    this.#values = values;
  }

  /** Everything that the called expression can stand for. Each is asked once: in a circle of names it stands for nothing. */
  of(at: Located, depth = 0): readonly Callee[] {
    const known = this.#known.get(at.expression);
    if (known) return known;
    if (depth > MAX_DEPTH) return [];
    this.#known.set(at.expression, []);
    const found = this.#worked(at, depth).slice(0, MAX_CALLEES);
    this.#known.set(at.expression, found);
    return found;
  }

  #worked(at: Located, depth: number): readonly Callee[] {
    const { expression } = at;
    switch (expression.type) {
      case 'imported':
        return [{ root: 'import', package: expression.package, path: expression.path, made: [] }];
      case 'name':
        return this.#resolved(at, depth) ?? [unknown(expression.name)];
      case 'member': {
        const known = this.#resolved(at, depth);
        if (known) return known;
        const objects = this.of({ ...at, expression: expression.object }, depth + 1);
        return objects.map(each => ({ ...each, path: [...each.path, expression.name] }));
      }
      case 'call': {
        const { keeping } = this.#values.program.idioms;
        if (keeping.has(lastName(expression.callee) ?? '') && expression.callee.type === 'member') {
          return this.of({ ...at, expression: expression.callee.object }, depth + 1);
        }
        const callees = this.of({ ...at, expression: expression.callee }, depth + 1);
        const made = { ...at, expression };
        return callees.map(each => ({ ...each, path: [...each.path, '()'], made: [...each.made, made] }));
      }
      default:
        return [unknown('')];
    }
  }

  /** What the name or field stands for, unless that is only itself. */
  #resolved(at: Located, depth: number): Callee[] | undefined {
    const known = this.#values.known(at).filter(each => each.expression !== at.expression);
    const told = known.filter(({ expression }) => /^(?:imported|call|member|name)$/.test(expression.type)).slice(0, 8);
    return told.length === 0 ? undefined : told.flatMap(each => this.of(each, depth + 1));
  }
}

const unknown = (name: string): Callee => ({ root: 'unknown', path: [name], made: [] });

/** `AutoModel.from_pretrained`, `OpenAI.chat.completions.create`: from the last class on; without one, the last word. */
export function apiName(callee: Callee): string {
  const words = callee.path.filter(word => word !== '()' && word !== '');
  const owner = words.findLastIndex((word, index) => /^[A-Z]/.test(word) && index < words.length - 1);
  return words.slice(owner < 0 ? -1 : owner).join('.') || 'call';
}
