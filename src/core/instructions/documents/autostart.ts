import type { InstructionPattern } from './pattern.ts';

const everAfter = () => 'it would start by itself from then on';

/** What makes a program come back at every start of the machine. A model is loaded when somebody loads it. */
export const AUTOSTART: readonly InstructionPattern[] = [
  {
    id: 'autostart-windows',
    family: 'launcher',
    means: 'have a program started at every logon',
    kind: 'command',
    matches:
      /\b(?:schtasks(?:\.exe)?\s[^\n]{0,40}?\/create\b[^\n]{0,200}|Register-ScheduledTask\b[^\n]{0,160}|(?:reg(?:\.exe)?\s{1,4}add|New-ItemProperty|Set-ItemProperty)\s[^\n]{0,80}?\\CurrentVersion\\Run(?:Once)?\b[^\n]{0,120}|(?:copy|xcopy|move|mklink)\s[^\n]{0,160}?(?:\\Start Menu\\Programs\\Startup|shell:startup)[^\n]{0,80})/gi,
    needs: /schtasks|ScheduledTask|CurrentVersion|startup/i,
    source: 'Open-OSS stage 2 made a task, js-logger a service',
    aggravated: everAfter,
  },
  {
    id: 'autostart-mac',
    family: 'launcher',
    means: 'have a program started at every login',
    kind: 'command',
    matches:
      /\blaunchctl\s{1,4}(?:load|bootstrap)\s[^\n]{1,160}|\b(?:cp|mv)\s[^\n]{0,160}?\/LaunchAgents\b[^\n]{0,80}/gi,
    needs: /launchctl|LaunchAgents/i,
    source: 'MacSync and other stealers of 2026',
    aggravated: everAfter,
  },
];
