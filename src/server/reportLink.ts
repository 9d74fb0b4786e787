import { openReportCommand, type ReportSubject } from '../protocol.ts';

/** The address of the report in an editor that has the command for it: nothing in an id can end it or lead elsewhere. */
export const reportLink = ({ id, kind }: ReportSubject): string =>
  `command:${openReportCommand}?${percentEncoded(JSON.stringify([{ id, kind } satisfies ReportSubject]))}`;

/** Everything but letters and digits: brackets and quotes would end a link of Markdown. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*~_.-]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
