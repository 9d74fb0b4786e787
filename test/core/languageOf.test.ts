import { describe, expect, it } from 'vitest';
import { languageOf, languageOfFirstLine, mayBeScript } from '../../src/core/languageOf.ts';
import { languageInEditor } from '../../src/core/languageWords.ts';

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
    ['Makefile', 'makefile'],
    ['docker/Dockerfile.gpu', 'dockerfile'],
    ['gpu.Dockerfile', 'dockerfile'],
    ['Dockerfile.md', 'markdown'],
    ['web/App.tsx', 'javascript'],
    ['deploy/values.yml', 'yaml'],
    ['.env.production', 'dotenv'],
    ['config/app.env', 'dotenv'],
    ['requirements-dev.txt', 'requirements'],
    ['requirements/gpu.txt', 'requirements'],
    ['notes.txt', 'text'],
    ['model.safetensors', 'other'],
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
    ['python', 'untitled', 'python'],
    ['shellscript', 'a', 'shell'],
    ['bat', 'a', 'batch'],
    ['constructor', 'a', 'other'],
    ['properties', '.env', 'dotenv'],
    ['plaintext', 'requirements.txt', 'requirements'],
    ['json', 'a.ipynb', 'notebook'],
  ])('named %s by an editor, at %s, is %s', (id, path, language) => {
    expect(languageInEditor(id, path)).toBe(language);
  });
});
