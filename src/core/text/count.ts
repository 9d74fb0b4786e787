/**
 * A number as readers group it: `244,168`. By hand where it is whole, since the tables that an engine loads for
 * `toLocaleString` take it longer than all other words of a report.
 */
export const count = (n: number): string =>
  Number.isSafeInteger(n) ? String(n).replace(/\B(?=(?:\d{3})+$)/g, ',') : n.toLocaleString('en-US');
