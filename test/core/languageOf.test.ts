import { describe, expect, it } from 'vitest';
import { languageOf, languageOfEditorId, languageOfFirstLine, mayBeScript } from '../../src/core/languageOf.ts';

describe('the language of a file', () => {
  it.each([
    ['src/train.py', 'python'],
    ['notebooks/Explore.IPYNB', 'notebook'],
    ['README', 'markdown'],
    ['docs/card.md', 'markdown'],
    ['start.bat', 'batch'],
    ['run.ps1', 'powershell'],
    ['get.sh', 'shell'],
    ['a.constructor', 'other'],
    ['Makefile', 'other'],
    ['.py', 'python'],
  ])('%s is %s', (path, language) => {
    expect(languageOf(path)).toBe(language);
  });

  it.each([
    ['#!/usr/bin/env python3\nprint(1)', 'python'],
    ['#!/bin/bash -e\n', 'shell'],
    ['#!/usr/bin/env -S VAR=1 zsh', 'shell'],
    ['#!/usr/bin/perl', 'other'],
    ['print(1)', 'other'],
  ])('beginning %j is %s', (text, language) => {
    expect(languageOfFirstLine(text)).toBe(language);
  });

  it('may stand in the first line of a name without an extension', () => {
    expect(mayBeScript('bin/download')).toBe(true);
    expect(mayBeScript('bin/download.txt')).toBe(false);
  });

  it.each([
    ['python', 'python'],
    ['shellscript', 'shell'],
    ['bat', 'batch'],
    ['constructor', 'other'],
    ['jsonc', 'other'],
  ])('named %s by an editor is %s', (id, language) => {
    expect(languageOfEditorId(id)).toBe(language);
  });
});
