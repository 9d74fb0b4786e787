import type { PictureName } from '../telling/blocks.ts';
import type { TrustReport } from '../trustReport.ts';
import { evidencePicture } from './evidencePicture.ts';
import { lineagePicture } from './lineagePicture.ts';
import { popularityPicture } from './popularityPicture.ts';
import type { Picture } from './sheet.ts';
import { timelinePicture } from './timelinePicture.ts';

const PICTURES: Readonly<Record<PictureName, (report: TrustReport, width: number) => Picture | undefined>> = {
  evidence: evidencePicture,
  timeline: timelinePicture,
  popularity: popularityPicture,
  lineage: lineagePicture,
};

/** A picture of a report at a width in pixels, from 280 on. Nothing where there is nothing to draw. */
export const drawPicture = (name: PictureName, report: TrustReport, width: number): Picture | undefined =>
  PICTURES[name](report, width);
