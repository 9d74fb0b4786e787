import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** What the panel may weigh, minified: an editor reads it each time that a report opens. */
const LIMIT = 200 * 1024;

describe('the page of the report', () => {
  it('stays small', async () => {
    const { outputFiles } = await build({
      entryPoints: ['webview/main.ts'],
      outfile: 'report.js',
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: 'chrome132',
      write: false,
      logLevel: 'silent',
    });
    const script = outputFiles.find(({ path }) => path.endsWith('.js'))!;
    expect(script.contents.length).toBeLessThan(LIMIT);
    expect(outputFiles.some(({ path }) => path.endsWith('.css'))).toBe(true);
  });

  it('writes no HTML from words, and asks no network', () => {
    for (const file of readdirSync('webview').filter(name => name.endsWith('.ts'))) {
      const source = readFileSync(`webview/${file}`, 'utf8');
      expect(source, file).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b/);
      expect(source, file).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\(/);
    }
  });

  it('takes its colours from the theme alone', () => {
    const css = readFileSync('webview/report.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(css).not.toMatch(/#[0-9a-f]{3,8}\b(?![^{]*\{)|\brgba?\(|\bhsla?\(/i);
    expect(css).not.toMatch(/url\(|@import/);
    expect(css).toContain('prefers-reduced-motion');
    expect(css).toContain('forced-colors');
  });
});
