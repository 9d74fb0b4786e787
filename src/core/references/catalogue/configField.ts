import type { RepoKind } from '../reference.ts';
import type { IdForm } from './loader.ts';

/** How the value of a field holds its id: as an argument does, or in a way that only files know. */
export type FieldForm =
  | IdForm
  /** `org/name[@revision][+org/lora[@revision]]`, of mergekit. */
  | 'merge'
  /** `org/one,org/two`. */
  | 'commas'
  /** `org/name [files] [commit]`, of a Space's card. */
  | 'preload'
  /** `org/name--module.Class`: code of another repo. */
  | 'auto-map'
  /** `hf://org/name[:revision]`, of KServe. */
  | 'storage'
  /** `REMOTE:org/name`, of LLaMA-Factory. */
  | 'remote';

/** One field that holds an id. Adding one is adding a row. */
export interface ConfigField {
  /**
   * Where, in lower case with `_` (see `fieldName`): `datasets[].path` from the root, `**.repo_id` anywhere; `*` is
   * any one key. A field takes one string or a list of them.
   */
  readonly at: string;
  readonly kind: RepoKind;
  readonly form: FieldForm;
  /** The keys of the map are the ids: `dataset_mixer: { org/name: 1.0 }`. */
  readonly keys: boolean;
  /** Fields beside it that pin it; `dataset_kwargs.revision` lies one map deeper. The first is written for a pin. */
  readonly revision: readonly string[];
  /** The tool is known to read the first of {@link revision}: a pin may add it. */
  readonly pinnable: boolean;
  /** Says nothing when this field stands beside it. */
  readonly unless?: string;
  /** Counts only where one of these fields (`a|b`) beside it holds such a word. */
  readonly beside?: readonly [fields: string, value: RegExp];
  /** A field of its name is not the Hub's alone: it counts in a file that shows that a model is run from the Hub. */
  readonly weak: boolean;
  /** Counts only in a file that names the Hub's router and no other API. */
  readonly router: boolean;
  /** Of a weak field the shape of the id is enough, in files that people write; any other must have it. See `hasHubShape`. */
  readonly shaped: boolean;
}

/** The files of one tool: how one knows them, and their fields. */
export interface ConfigDialect {
  readonly name: string;
  /** The file's path says it. */
  readonly path?: RegExp;
  /** Or its root has all the fields of one of these sets; `a|b` is one or the other. */
  readonly signs: readonly string[];
  readonly fields: readonly ConfigField[];
  /** Words of which every such file holds one, so that others need not be parsed. The distinct fields, when left out. */
  readonly words?: readonly string[];
  /** A file with all of its fields, the ids between ‹ and ›. */
  readonly example: string;
  /** The path of the example; its ending tells the syntax. `config.yaml` when left out. */
  readonly examplePath?: string;
}

type More = Partial<Omit<ConfigField, 'at' | 'kind' | 'revision'>> & { readonly revision?: string };

/** Rows for several places, separated by blanks. */
export function fields(places: string, kind: RepoKind, more: More = {}): readonly ConfigField[] {
  const { revision = '', ...rest } = more;
  return places.split(/\s+/).map(at => ({
    at,
    kind,
    form: 'full',
    keys: false,
    revision: revision.split(' ').filter(Boolean),
    pinnable: false,
    weak: false,
    shaped: false,
    router: false,
    ...rest,
  }));
}
