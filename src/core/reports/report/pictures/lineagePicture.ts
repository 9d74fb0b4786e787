import { relationWords } from '../telling/tellLineage.ts';
import type { TrustReport } from '../trustReport.ts';
import { fitted, INK, LINE_HEIGHT, type Picture, sheet } from './sheet.ts';

const ROW = 2 * LINE_HEIGHT + 8;
const INDENT = 26;

/** This repo, and under it what it says that it was made from: a branch each. Nothing where it names nothing. */
export function lineagePicture({ id, lineage }: TrustReport, width: number): Picture | undefined {
  const branches = [
    ...lineage.baseModels.map(name => ({
      how: `${relationWords(lineage.relation).replaceAll('`', '')}, as declared`,
      name,
    })),
    ...lineage.datasets.map(name => ({ how: 'trained on the dataset, as declared', name })),
  ];
  if (branches.length === 0) return undefined;
  const paper = sheet(width);
  const trunk = 10;
  const top = LINE_HEIGHT;
  paper.label(trunk + 12, top, fitted(id, width - trunk - 20), { strong: true });
  branches.forEach(({ how, name }, at) => {
    const y = top + 14 + at * ROW + LINE_HEIGHT;
    paper.line(trunk, y, trunk + INDENT - 6, y);
    paper.label(trunk + INDENT, y - LINE_HEIGHT / 2, fitted(how, width - trunk - INDENT - 8), { colour: INK.faint });
    paper.label(trunk + INDENT, y + LINE_HEIGHT / 2, fitted(name, width - trunk - INDENT - 8));
    paper.dot(trunk + INDENT - 6, y, INK.ground, 3);
    paper.dot(trunk + INDENT - 6, y, INK.line, 3);
  });
  const last = top + 14 + (branches.length - 1) * ROW + LINE_HEIGHT;
  paper.line(trunk, top, trunk, last);
  paper.dot(trunk, top, INK.accent);
  return paper.done(last + LINE_HEIGHT + 6, 'What it says that it was made from');
}
