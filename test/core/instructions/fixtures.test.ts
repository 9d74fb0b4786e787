import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/document.ts';
import type { Hazard, InstructionHazard, ScriptHazard } from '../../../src/core/hazard.ts';
import { readInstructionHazards } from '../../../src/core/instructions/readInstructionHazards.ts';
import { judgeScript } from '../../../src/core/instructions/scripts/judgeScript.ts';
import { picture } from './picture.ts';

const ROOT = new URL('../../fixtures/instructions/', import.meta.url);
const LANGUAGES: Readonly<Record<string, Language>> = {
  md: 'markdown',
  py: 'python',
  bat: 'batch',
  ps1: 'powershell',
  sh: 'shell',
};

interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly hazards: readonly Hazard[];
}

function fixtures(folder: string): Fixture[] {
  return readdirSync(new URL(`${folder}/`, ROOT))
    .filter(name => !name.endsWith('.txt'))
    .map(name => {
      const text = readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8');
      const language = LANGUAGES[name.slice(name.lastIndexOf('.') + 1)]!;
      return { name, text, hazards: readInstructionHazards({ path: name, language, text }) };
    });
}

const instructions = ({ hazards }: Fixture) =>
  hazards.filter((hazard): hazard is InstructionHazard => hazard.type === 'instruction');
const script = ({ hazards }: Fixture) => hazards.filter((hazard): hazard is ScriptHazard => hazard.type === 'script');

/** `UPDATE=1` rewrites the pictures; read them before you commit them. */
describe.each(['lures', 'honest', 'scripts-lures', 'scripts-honest'])('%s', folder => {
  test.each(fixtures(folder))('$name', ({ name, text, hazards }) => {
    const file = new URL(`${folder}/${name}.expected.txt`, ROOT);
    const drawn = `${picture(text, hazards) || 'nothing'}\n`;
    if (process.env['UPDATE']) writeFileSync(file, drawn);
    expect(existsSync(file)).toBe(true);
    expect(drawn).toBe(readFileSync(file, 'utf8'));
  });
});

test.each(fixtures('honest'))('$name, an honest document, tells nothing that nothing speaks for', fixture => {
  expect(instructions(fixture).filter(({ told, mitigated }) => told !== 'mention' && !mitigated)).toEqual([]);
});

test.each(fixtures('scripts-honest'))('$name, an honest script, has nothing to say as a whole', fixture => {
  expect(judgeScript(script(fixture)).level).toBe('none');
});

test.each(fixtures('scripts-lures'))('$name, a lure, is dangerous as a whole', fixture => {
  expect(judgeScript(script(fixture)).level).toBe('error');
});
