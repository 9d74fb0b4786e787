import type { RepoKind } from '../reference.ts';

/** How the string of an argument holds the id. Each form also takes a Hub address (`hf://…`, `https://huggingface.co/…`). */
export type IdForm =
  /** `org/name`, or a bare legacy name. */
  | 'id'
  /** `org/name` only: a bare word there means something else. */
  | 'full'
  /** `org/name`, or one of the data sets that everybody knows by a bare name. */
  | 'dataset'
  /** `org/name@revision`. */
  | 'revisioned'
  /** `org/name@revision`; a bare word there is an alias of the library. */
  | 'full-revisioned'
  /** `[paged|]org/name[@revision][:function]`. */
  | 'kernel'
  /** `org/name:provider`. */
  | 'provider'
  /** `hf-hub:org/name[@revision]`. */
  | 'hf-hub'
  /** `huggingface/[provider/]org/name`. */
  | 'litellm'
  /** `models/org/name`, `huggingface/org/name`, `spaces/org/name`. */
  | 'gradio'
  /** `[datasets/|spaces/]org/name[@revision]/path`. */
  | 'path'
  /** `huggingface:org/name`. */
  | 'colon'
  /** `local:org/name`, or a bare id. */
  | 'local'
  /** `pretrained=org/name,revision=…`. */
  | 'pairs'
  /** `org/name:Q4_K_M`, `org/name@q4_k_m`, the tag a quantisation. */
  | 'quantized'
  /** `org/name:branch`. */
  | 'branched'
  /** `model/org/name`, as `hf cache` names it. */
  | 'cached'
  /** `[hf::]org/name[:subset][#500]`, as ms-swift names a dataset. */
  | 'swift'
  /** `org/name@train`: the part of a dataset, without which it is a file. */
  | 'split'
  /** `name=org/name`. */
  | 'named'
  /** JSON with the id under `model` or `adapter_id`. */
  | 'json'
  /** `[datasets/|spaces/]org/name`, or a record `{ type, name }`. */
  | 'repo'
  /** `hf:org/name[:quantization]`, `hf:org/name/file.gguf[#branch]`. */
  | 'hf-file'
  /** `djl://ai.djl.huggingface.pytorch/org/name`. */
  | 'djl'
  /** `sentence-transformers/org/name`, as `llm` calls it; `sentence-transformers/name` is the id of a model of that owner. */
  | 'embedding'
  /** Only an address. */
  | 'address';

/**
 * Where a revision may be written that the code does not state yet: as one more argument, in the dictionary of that
 * keyword (`model_kwargs={"revision": …}`), behind the id in its string, or nowhere, because what is called takes none.
 */
export type RevisionHome = 'argument' | 'id' | 'nowhere' | { readonly dictionary: string };

export interface IdArgument {
  /** Place among the positional arguments, from 0. */
  readonly position?: number;
  readonly keywords: readonly string[];
  readonly kind: RepoKind;
  readonly form: IdForm;
  /** The keyword that pins this argument, where it is not the row's. */
  readonly revision?: string;
  /** Where this argument's revision may be written, where that is not the row's. */
  readonly home?: RevisionHome;
  /** Keywords of the dictionary in the way: `api_params={"model": …}`. */
  readonly key?: string;
}

/** One way to name a Hub repo in a call. Adding a loader is adding a row. */
export interface Loader {
  /** Roots of the modules that export it. Empty: any receiver that is not another hub's. */
  readonly from: readonly string[];
  /**
   * What is called, from the end: `hf_hub_download`, `PeftModel*.from_pretrained`, `HfApi().model_info` (a method of
   * what the constructor gave). `*` stands for any letters.
   */
  readonly callee: string;
  readonly ids: readonly IdArgument[];
  /** Also when no import says where the name is from; then only a full `org/name` counts. */
  readonly byName: boolean;
  readonly revision: string;
  readonly home: RevisionHome;
  /** Dictionaries that carry the flags one level down: `model_kwargs={"trust_remote_code": True}`. */
  readonly options: readonly string[];
  /** The constructor's keyword that must hold this text, for clients of many servers: `base_url`. */
  readonly only?: { readonly keyword: string; readonly contains: string };
  /** A keyword that must be given with one of these texts, which say the kind: `src="spaces"`. */
  readonly told?: { readonly keyword: string; readonly kinds: Readonly<Record<string, RepoKind>> };
  /** One line of Python that it reads, the id between ‹ and ›. */
  readonly example: string;
}

type Change = Partial<Omit<Loader, 'callee' | 'ids' | 'example'>>;

/** A row in short: `loader('pipeline', [arg(1, 'model')], 'pipeline("ner", "‹acme-ai/one›")')`. */
export function loader(callee: string, ids: readonly IdArgument[], example: string, change: Change = {}): Loader {
  return {
    from: [],
    callee,
    ids,
    byName: false,
    revision: 'revision',
    home: 'argument',
    options: [],
    example,
    ...change,
  };
}

/** The rows of one library: what they share is said once. */
export function family(shared: Change, rows: readonly Loader[]): readonly Loader[] {
  const blank = loader('', [], '');
  return rows.map(row => {
    const own = Object.entries(row).filter(([key, value]) => !isBlank(value, blank[key as keyof Loader]));
    return { ...blank, ...shared, ...Object.fromEntries(own) };
  });
}

const isBlank = (value: unknown, blank: unknown) =>
  value === blank || (Array.isArray(value) && value.length === 0 && Array.isArray(blank));

/** An argument that holds an id: its position (or none), then its keywords, separated by spaces. */
export function arg(
  position: number | undefined,
  keywords: string,
  more: Partial<Pick<IdArgument, 'kind' | 'form' | 'revision' | 'home' | 'key'>> = {},
): IdArgument {
  return {
    ...(position !== undefined && { position }),
    keywords: keywords.split(' ').filter(Boolean),
    kind: 'model',
    form: 'id',
    ...more,
  };
}
