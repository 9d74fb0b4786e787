import type { Language } from '../core/document.ts';

/** Editors' names of the languages that we read. An unknown one is `other`: nothing is found in it. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['python', 'python'],
  ['markdown', 'markdown'],
  ['shellscript', 'shell'],
  ['sh', 'shell'],
  ['bash', 'shell'],
  ['bat', 'batch'],
  ['dosbatch', 'batch'],
  ['powershell', 'powershell'],
  ['ps1', 'powershell'],
]);

export const languageOf = (languageId: string): Language => LANGUAGES.get(languageId) ?? 'other';
