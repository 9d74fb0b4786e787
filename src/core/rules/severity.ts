/** The reader's next action: error stop, warning check before running, information know this, hint no squiggle. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a user may set a rule to. */
export type Level = Severity | 'off';

const ORDER: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

export const isLevel = (text: string): text is Level => (ORDER as readonly string[]).includes(text);

export const atLeast = (severity: Level, floor: Level): boolean => ORDER.indexOf(severity) >= ORDER.indexOf(floor);

/** Strongest first. */
export const bySeverity = (a: Severity, b: Severity): number => ORDER.indexOf(b) - ORDER.indexOf(a);
