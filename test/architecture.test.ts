import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom; `data` are plain literals. A room that is not listed may import nothing but packages. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  core: ['data'],
  hub: ['core'],
  workspace: ['core', 'hub'],
  protocol: ['core', 'reportGuard'],
  reportGuard: ['core'],
  panelProtocol: ['core', 'protocol', 'reportGuard'],
  server: ['core', 'hub', 'workspace', 'protocol', 'reportGuard'],
  cli: ['core', 'hub', 'workspace'],
  extension: ['core', 'hub', 'protocol', 'reportGuard', 'panelProtocol'],
  tools: ['core', 'hub', 'workspace'],
  webview: ['core', 'protocol', 'panelProtocol'],
};

/** The same inside core, where the way of the data is: text → references and hazards → rules → trust → reports. */
const CORE: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ['text'],
  names: ['text'],
  references: ['text', 'syntax'],
  instructions: ['text', 'syntax', 'references'],
  facts: ['text'],
  velocity: ['text'],
  advisories: ['references'],
  rules: ['text', 'names', 'references', 'instructions', 'facts', 'velocity', 'advisories'],
  trust: ['text', 'names', 'references', 'facts', 'velocity', 'rules'],
  reports: ['text', 'names', 'references', 'facts', 'velocity', 'advisories', 'rules', 'trust'],
};

/** What core may take from outside: pure packages that run in every host. */
const CORE_PACKAGES =
  /^(@lezer\/(common|python|markdown|javascript|rust)|fflate|yaml|jsonc-parser|toml-eslint-parser|valibot)$/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = ['src', 'webview'].flatMap(top =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map(path => `${top}/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.ts')),
);

const imports: readonly Import[] = files.flatMap(file =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map(([, , typeOnly, statically, lazily]) => {
    const target = (statically ?? lazily)!;
    const to = target.startsWith('.') ? posix.join(dirname(file), target) : target;
    return { from: file, to, typeOnly: Boolean(typeOnly) };
  }),
);

const roomOf = (path: string): string => /^(?:src\/)?([^/.]+)/.exec(path)?.[1] ?? '';
const coreRoomOf = (path: string): string | undefined => /^src\/core\/([^/.]+)\//.exec(path)?.[1];

describe('the arrows between rooms', () => {
  it('are read from real files', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('go from fronts to core and never back', () => {
    const forbidden = imports.filter(({ from, to }) => {
      if (!/^(src|webview)\//.test(to) || roomOf(from) === roomOf(to)) return false;
      return !(ROOMS[roomOf(from)] ?? []).includes(roomOf(to));
    });
    expect(forbidden).toEqual([]);
  });

  it('follow the way of the data inside core', () => {
    const forbidden = imports.filter(({ from, to }) => {
      const [here, there] = [coreRoomOf(from), coreRoomOf(to)];
      return here !== undefined && there !== undefined && here !== there && !(CORE[here] ?? []).includes(there);
    });
    expect(forbidden).toEqual([]);
  });

  it('keep core pure', () => {
    const impure = imports.filter(
      ({ from, to }) => roomOf(from) === 'core' && !to.startsWith('src/') && !CORE_PACKAGES.test(to),
    );
    expect(impure).toEqual([]);
    const clocks = files.filter(
      file =>
        roomOf(file) === 'core' &&
        /\bDate\.now\(|new Date\(\)|\bconsole\.|\bfetch\(|\bprocess\.|Math\.random\(/.test(readFileSync(file, 'utf8')),
    );
    expect(clocks).toEqual([]);
  });

  it('keep the panel to reports and words: it judges nothing by itself', () => {
    const strays = imports.filter(
      ({ from, to, typeOnly }) =>
        roomOf(from) === 'webview' && to.startsWith('src/core/') && !typeOnly && coreRoomOf(to) !== 'reports',
    );
    expect(strays).toEqual([]);
  });

  it('keep vscode in the extension alone', () => {
    const strays = imports.filter(({ from, to }) => to === 'vscode' && roomOf(from) !== 'extension');
    expect(strays).toEqual([]);
  });

  it('make no circle, not even one of types', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of imports) {
      if (/^(?:src|webview)\//.test(to)) next.set(from, [...(next.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const circleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const to of next.get(file) ?? []) {
        const circle = circleFrom(to, [...path, file]);
        if (circle) return circle;
      }
      done.add(file);
      return undefined;
    };
    expect(files.flatMap(file => circleFrom(file, []) ?? [])).toEqual([]);
  });

  it('leave no file too large to live in', () => {
    const large = files
      .map(file => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(large).toEqual([]);
  });
});
