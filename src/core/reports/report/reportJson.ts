import { safeJson } from '../json.ts';
import type { TrustReport } from './trustReport.ts';

/** `report --format json`, as `report.schema.json` says. */
export const reportJson = (version: string, report: TrustReport): string => `${safeJson({ version, ...report }, 2)}\n`;
