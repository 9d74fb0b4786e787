import type { InstructionFamily } from '../../../hazard.ts';
import { counted } from '../../scanReport.ts';
import type { CardInstruction, TrustReport } from '../trustReport.ts';
import { quoted } from '../words.ts';
import { type Block, learnedRow } from './blocks.ts';

const FAMILY: Readonly<Record<InstructionFamily, string>> = {
  launcher: 'run a script or a program',
  privilege: 'run something as administrator',
  'security-off': 'switch a protection off',
  'pipe-to-shell': 'run a download unseen',
  'encoded-command': 'run an encoded command',
  'outside-download': 'fetch something from elsewhere',
  'paste-to-run': 'paste something and run it',
};

const TOLD: Readonly<Record<CardInstruction['told'], string>> = {
  imperative: 'It says to',
  code: 'It shows how to',
  mention: 'It mentions how to',
};

export function tellCard({ card: { learned, instructions, more } }: TrustReport): readonly Block[] {
  return [
    ...(learned.state !== 'known'
      ? []
      : instructions.length === 0
        ? [{ type: 'paragraph' as const, words: 'Nothing beyond loading the model, as far as we can read it.' }]
        : [{ type: 'list' as const, items: instructions.map(instruction) }]),
    ...(more > 0
      ? [{ type: 'note' as const, words: `${counted(more, 'instruction')} more like these are not shown.` }]
      : []),
    { type: 'facts', rows: learnedRow(learned) },
  ];
}

function instruction({ family, told, quote, file, carried, url, aggravated, mitigated }: CardInstruction): string {
  const weighs = aggravated ?? mitigated;
  return [
    `${TOLD[told]} ${FAMILY[family]}: ${quoted(quote)}${weighs === undefined ? '' : ` (${weighs})`}.`,
    ...(file === undefined || carried === undefined
      ? []
      : [`The repo ${carried ? 'carries' : 'does not carry'} ${quoted(file)}.`]),
    ...(url === undefined ? [] : [`It leads to ${quoted(url)}.`]),
  ].join(' ');
}
