import type { ScanLevel } from '../../../facts/fileFacts.ts';
import { counted } from '../../scanReport.ts';
import { sayLearned } from '../learned.ts';
import type { FileKind, FileOfNote, ReportFiles, TrustReport } from '../trustReport.ts';
import { quoted, sayBytes } from '../words.ts';
import { type Block, learnedRow, row, type Table } from './blocks.ts';

const KIND: Readonly<Record<FileKind, string>> = {
  launcher: 'launchers and programs',
  pickle: 'pickle formats, which can run code when they are loaded',
  code: 'code',
  safetensors: 'safetensors, which hold numbers and no code',
  weights: 'other formats of weights',
  other: 'others',
};

const ONE: Readonly<Record<FileKind, string>> = {
  launcher: 'launcher or program',
  pickle: 'pickle format',
  code: 'code',
  safetensors: 'safetensors',
  weights: 'weights',
  other: 'other',
};

const LEVEL: Readonly<Record<ScanLevel, string>> = {
  unscanned: 'not scanned: unknown',
  queued: 'not scanned yet: unknown',
  error: 'the scan failed: unknown',
  unknown: 'a state that we do not know: unknown',
  safe: 'safe, say the scanners',
  caution: 'caution',
  suspicious: 'suspicious',
  unsafe: 'unsafe',
};

export function tellFiles({ files }: TrustReport): readonly Block[] {
  const { learned, count, bytes, kinds, ofNote, more } = files;
  return [
    {
      type: 'facts',
      rows: [
        ...row('Files', count === undefined ? undefined : counted(count, 'file') + sized(bytes)),
        ...kinds.map(kind => ({ label: counted(kind.count, 'file'), words: KIND[kind.kind] + sized(kind.bytes) })),
        ...row("The Hub's scan", learned.state === 'known' ? sayScan(files.scan) : undefined),
        ...learnedRow(learned),
      ],
    },
    ...(ofNote.length > 0 ? [table(ofNote)] : []),
    ...(more > 0 ? [{ type: 'note' as const, words: `${counted(more, 'file')} more like these are not shown.` }] : []),
    ...(count !== undefined && ofNote.length === 0
      ? [
          {
            type: 'paragraph' as const,
            words: `No launcher, no pickle and no code by their names${files.scan.done ? ', and nothing that a scanner flags' : ''}.`,
          },
        ]
      : []),
  ];
}

const sized = (bytes: number | undefined): string => (bytes === undefined ? '' : `, ${sayBytes(bytes)}`);

function sayScan({ learned, done, flagged }: ReportFiles['scan']): string {
  if (learned.state !== 'known') return sayLearned(learned);
  const says = flagged ? `flags ${counted(flagged, 'file')}` : 'flags nothing';
  return done ? `done; it ${says}` : `not finished, so what it does not flag is unknown; so far it ${says}`;
}

const table = (files: readonly FileOfNote[]): Table => ({
  type: 'table',
  caption: 'Files of note: launchers, pickles, code, and what scanners flag',
  head: ['File', 'Kind', 'Size', 'Scan'],
  numeric: [2],
  rows: files.map(({ path, kind, bytes, level, says }) => [
    quoted(path),
    ONE[kind],
    bytes === undefined ? 'not told' : sayBytes(bytes),
    [LEVEL[level], ...says.map(each => quoted(each))].join('; '),
  ]),
});
