import { applications } from './applications.ts';
import { datasets } from './datasets.ts';
import { diffusers } from './diffusers.ts';
import { embeddings } from './embeddings.ts';
import { huggingfaceHub } from './huggingfaceHub.ts';
import type { Loader } from './loader.ts';
import { media } from './media.ts';
import { runtimes } from './runtimes.ts';
import { peft, transformers } from './transformers.ts';

/** Every Python loader. The narrower row of two that match comes first: `PeftModel*.from_pretrained` before `from_pretrained`. */
export const PYTHON_LOADERS: readonly Loader[] = [
  ...peft,
  ...embeddings,
  ...media,
  ...runtimes,
  ...applications,
  ...datasets,
  ...diffusers,
  ...huggingfaceHub,
  ...transformers,
];

/** Keywords that tell a loader whatever is called. */
export const TELLING_KEYWORDS: ReadonlySet<string> = new Set(
  PYTHON_LOADERS.filter(row => row.callee === '*').flatMap(row => row.ids.flatMap(id => id.keywords)),
);
