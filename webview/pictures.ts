import { drawPicture } from '../src/core/reports/report/pictures/drawPicture.ts';
import type { PictureName } from '../src/core/reports/report/telling/blocks.ts';
import { svgNodes } from './markup.ts';
import type { Report } from './view.ts';

/** The picture of that name, as wide as the page has room; `undefined` where there is nothing to draw. */
export function picture(name: PictureName, report: Report, width: number): SVGElement | undefined {
  const drawn = drawPicture(name, report, width);
  return drawn && svgNodes(drawn.svg);
}
