/** What we can read. A language we have no reader for is `other`: nothing is found in it. */
export type Language = 'python' | 'notebook' | 'markdown' | 'shell' | 'batch' | 'powershell' | 'other';

/** One text as a front hands it over. */
export interface SourceDocument {
  /** Path as the reader knows it, with `/`. Only its last segments are looked at (`README.md`, `start.bat`). */
  readonly path: string;
  readonly language: Language;
  readonly text: string;
}
