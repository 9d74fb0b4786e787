import { FOREIGN_MODULES } from '../lookalikes.ts';
import type { Call, Expression } from './expression.ts';
import { classesNamed, functionsNamed, type Located, type Module, scopeOf } from './scope.ts';

/** What is called, in words: `['transformers', 'AutoModel', 'from_pretrained']`; `()` stands for "what the call gave". */
export interface Callee {
  readonly path: readonly string[];
  /** `import`: the first word is a module. `file`: it is made in this file. `unknown`: nothing says what it is. */
  readonly root: 'import' | 'file' | 'unknown';
  /** The calls behind each `()`, for rows that ask how a client was made. */
  readonly made: readonly Located<Call>[];
  /** `partial(…)`: the call that gave some of the arguments already. */
  readonly early?: Located<Call>;
}

const UNKNOWN: Callee = { path: ['?'], root: 'unknown', made: [] };
const MAX_DEPTH = 8;

/** Every meaning that the callee can have: a name may be imported twice, in `try` and `except`. */
export function calleesOf(at: Located, module: Module, depth = 0): readonly Callee[] {
  if (depth > MAX_DEPTH) return [UNKNOWN];
  const { expression } = at;
  const inner = (next: Expression) => calleesOf({ ...at, expression: next }, module, depth + 1);
  switch (expression.type) {
    case 'imported':
      return [{ path: expression.path, root: 'import', made: [] }];
    case 'attribute':
      if (expression.object.type === 'name' && expression.object.name === 'self') {
        return selfCallees(at, expression.name, module, depth);
      }
      return inner(expression.object).map(each => ({ ...each, path: [...each.path, expression.name] }));
    case 'call': {
      const made: Located<Call> = { ...at, expression };
      if (expression.early) return inner(expression.callee).map(each => ({ ...each, early: made }));
      return inner(expression.callee).map(each => ({
        ...each,
        path: [...each.path, '()'],
        made: [...each.made, made],
      }));
    }
    case 'either':
      return expression.options.flatMap(inner).slice(0, 4);
    case 'name':
      return nameCallees(at, expression.name, module, depth);
    default:
      return [UNKNOWN];
  }
}

function nameCallees(at: Located, name: string, module: Module, depth: number): readonly Callee[] {
  const scope = scopeOf(name, at.scope, module);
  const bindings = scope?.bindings.get(name) ?? [];
  const followed = bindings.slice(0, 4).flatMap(binding => {
    if (binding.steps.length > 0) return [];
    return calleesOf(binding.value, module, depth + 1).filter(each => each.path[0] !== '?');
  });
  if (followed.length > 0) return followed;
  const classes = classesNamed(module, name);
  const bases = classes.flatMap(own =>
    own.bases.slice(0, 3).flatMap(base => {
      return calleesOf({ expression: base, base: own.base, scope: own.parent ?? module.top }, module, depth + 1);
    }),
  );
  if (classes.length > 0) {
    const foreign = bases.find(isForeign);
    return [foreign ?? { path: [name], root: 'file', made: [] }];
  }
  return [{ path: [name], root: functionsNamed(module, name).length > 0 ? 'file' : 'unknown', made: [] }];
}

/** `self.model.load_adapter`: what `self.model` was set to, where the class says it. */
function selfCallees(at: Located, name: string, module: Module, depth: number): readonly Callee[] {
  for (let scope: typeof at.scope | undefined = at.scope; scope; scope = scope.parent) {
    const set = scope.attributes.get(name) ?? (scope.kind === 'class' ? scope.bindings.get(name) : undefined);
    const followed = set?.slice(0, 4).flatMap(binding => calleesOf(binding.value, module, depth + 1));
    if (followed && followed.length > 0) return followed;
  }
  return [{ path: ['self', name], root: 'unknown', made: [] }];
}

export const isForeign = (callee: Callee) => callee.root === 'import' && FOREIGN_MODULES.has(callee.path[0]!);
