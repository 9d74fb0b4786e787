/**
 * What we can read. `html` also stands for its kin with scripts inside (Vue, Svelte), `java` for all that calls like it
 * (Kotlin, Scala), `settings` for files of `name = value` (properties, ini, Terraform). In `text` only addresses count; in `other`, which we have no reader for, nothing.
 */
export type Language =
  | 'python'
  | 'notebook'
  | 'markdown'
  | 'shell'
  | 'batch'
  | 'powershell'
  | 'javascript'
  | 'html'
  | 'yaml'
  | 'json'
  | 'toml'
  | 'dotenv'
  | 'settings'
  | 'requirements'
  | 'dockerfile'
  | 'makefile'
  | 'modelfile'
  | 'rust'
  | 'go'
  | 'java'
  | 'csharp'
  | 'swift'
  | 'text'
  | 'other';

/** One text as a front hands it over. */
export interface SourceDocument {
  /** Path as the reader knows it, with `/`. Only its last segments are looked at (`README.md`, `start.bat`). */
  readonly path: string;
  readonly language: Language;
  readonly text: string;
}
