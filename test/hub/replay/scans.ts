import type { ReplayFile } from './files.ts';
import type { ReplayRepo } from './replayRepo.ts';
import type { ScanEntry } from './scenario.ts';

const SAYS: Readonly<Record<string, string>> = {
  safe: 'No security issues detected',
  unsafe: 'This file has security findings.',
  suspicious: 'This file may be risky.',
};

const levelOf = (scan: ScanEntry) => (typeof scan === 'string' ? scan : scan.level);

/** `securityFileStatus`: the Hub's word, and that of each scanner. */
export function fileScan({ scan, path }: ReplayFile): Record<string, unknown> {
  const level = levelOf(scan);
  const told = typeof scan === 'string' ? undefined : scan;
  const usual = level === 'unsafe' || level === 'suspicious' || level === 'caution' ? 'safe' : level;
  const imports = Object.entries(told?.imports ?? {}).map(([name, safety]) => {
    const dot = name.lastIndexOf('.');
    return { module: name.slice(0, dot), name: name.slice(dot + 1), safety };
  });
  const pickle = imports.some(each => each.safety === 'dangerous')
    ? 'unsafe'
    : imports.some(each => each.safety === 'suspicious')
      ? 'suspicious'
      : usual;
  const scanner = (status: string) => ({ status, message: SAYS[status] ?? null });
  return {
    status: level,
    protectAiScan: scanner(told?.protectai ?? usual),
    avScan: told?.antivirus === undefined ? scanner(usual) : { status: 'unsafe', message: told.antivirus },
    pickleImportScan:
      imports.length > 0
        ? { status: pickle, pickleImports: imports, version: '0.0.32' }
        : { status: /\.(bin|pt|pth|pkl|ckpt)$/.test(path) ? usual : 'unscanned', pickleImports: [], version: '0.0.0' },
    virusTotalScan: scanner(told?.virustotal ?? usual),
    jFrogScan: scanner(told?.jfrog ?? usual),
  };
}

/** The answer of `/scan`: of the default branch alone. */
export function repoScan({ entry, versions }: ReplayRepo) {
  const unfinished = entry.scansDone === false;
  const issues = versions[0]!.files.flatMap(file => {
    const level = levelOf(file.scan);
    return level === 'safe' || level === 'unscanned' || level === 'queued' ? [] : [{ path: file.path, level }];
  });
  return { scansDone: !unfinished, filesWithIssues: issues };
}
