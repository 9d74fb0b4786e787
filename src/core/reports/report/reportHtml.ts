import { escapedHtml, html } from './markup.ts';
import { reportMarkup } from './reportMarkup.ts';
import { reportStyle, reportStyleHash } from './reportStyle.ts';
import type { TrustReport } from './trustReport.ts';
import { shortened } from './words.ts';

/** Nothing runs, nothing is loaded, nothing is sent: the one style in the file is known by its hash. */
const POLICY = `default-src 'none'; style-src '${reportStyleHash}'; base-uri 'none'; form-action 'none'`;

/** A report as one file that shows itself anywhere: no script, no address, nothing to load. */
export const reportHtml = (report: TrustReport): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapedHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapedHtml(`${report.verdict.verdict}: ${shortened(report.id)} (Model Trust)`)}</title>
<style>${reportStyle}</style>
</head>
<body>
${html(reportMarkup(report))}
</body>
</html>
`;
