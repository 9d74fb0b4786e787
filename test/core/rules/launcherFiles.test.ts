import { describe, expect, test } from 'vitest';
import type { Reference } from '../../../src/core/references/reference.ts';
import { launcherFiles } from '../../../src/core/rules/launcherFiles.ts';
import { contextOf, OLD, reference } from './owned.ts';

describe('files that start something', () => {
  const severity = (path: string, days: number, kind: Reference['kind'] = 'model') =>
    launcherFiles.onReference!(reference('some/repo', kind), contextOf({ days, files: [{ path }] }))?.severity;

  test.each('msix appinstaller iso img vhdx dmg pkg wsf jse vbe com cpl chm xll docm scf AppImage exe'.split(' '))(
    '.%s of a young account',
    end => {
      expect(severity(`Setup.${end}`, 5)).toBe('warning');
      expect(severity(`Setup.${end}`, OLD)).toBe('information');
    },
  );
  test.each('bat reg url deb desktop'.split(' '))('.%s is information, and a hint of whoever has a history', end => {
    expect(severity(`Setup.${end}`, 5)).toBe('information');
    expect(severity(`Setup.${end}`, OLD)).toBe('hint');
  });
  test('a young account whose card speaks of the launcher, in whatever language', () => {
    const told = (card: string) =>
      launcherFiles.onReference!(reference('some/repo'), contextOf({ days: 5, card, files: [{ path: 'win/kur.bat' }] }))
        ?.severity;
    expect(told('Kurulum için `kur.bat` dosyasına çift tıklayın.')).toBe('warning');
    expect(told('Kurulum: kur\\.bat')).toBe('warning');
    expect(told('Kurulum: <code>kur<wbr>.bat</code>')).toBe('warning');
    expect(told('Kurulum: KUR.bat')).toBe('warning');
    expect(told('# Sohbet')).toBe('information');
  });
  describe('a program of an account of some months', () => {
    const beside = (...paths: string[]) =>
      launcherFiles.onReference!(
        reference('some/repo', 'model'),
        contextOf({ days: 60, followers: 2, files: paths.map(path => ({ path })) }),
      )?.severity;
    test('stands beside weights', () => expect(beside('whisper-cli.exe', 'ggml-base.bin')).toBe('information'));
    test('stands alone', () => expect(beside('whisper-cli.exe', 'README.md')).toBe('warning'));
    test.each(['paper.pdf.exe', 'preview.lnk', 'view.scr'])('hides what it is: %s', path =>
      expect(beside(path, 'model.onnx')).toBe('warning'),
    );
  });
  test.each(['loader.py', 'start.sh'])('%s: a hint for a young account alone', path => {
    expect(severity(path, 5)).toBe('hint');
    expect(severity(path, OLD)).toBeUndefined();
    expect(severity(path, 5, 'space')).toBeUndefined();
  });
  test.each(['pages/example.com', 'brain.img'])('%s is data in a dataset', path =>
    expect(severity(path, 5, 'dataset')).toBeUndefined(),
  );
  test.each(['modeling_x.py', 'model.js', 'data/loader.py', 'bm25.run', 'lib/a.dll'])('%s is silent', path =>
    expect(severity(path, 5)).toBeUndefined(),
  );
});
