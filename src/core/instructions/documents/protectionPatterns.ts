import type { InstructionPattern } from './pattern.ts';

const GUARD = String.raw`(?:(?:windows|microsoft)\s{1,16})?(?:anti-?\s?(?:virus|malware)(?:\s(?:software|program|protection))?|defender(?:\s(?:antivirus|firewall|smartscreen))?|smart\s?screen|real-?\s?time\s(?:protection|scanning)|virus\s(?:protection|scanner)|security\s(?:software|solution)|firewall|AV\b)`;
/** Any of {@link GUARD}; where one blank may stand in a word, a mark that is blanked may stand too. */
const NAMES_GUARD = /virus|malware|defender|firewall|AV(?![a-z0-9])|(?:smart|real|security)(?:\W|screen|-?time)/i;
const RAISES = /admin|elevated/i;
const words = (...parts: string[]) => new RegExp(parts.join(''), 'gi');

const selfSigned = 'Windows shows this for every program without a bought certificate';
const unsigned = 'macOS asks this for every program without a bought certificate';

/** What takes away the reader's protection. */
export const SECURITY_OFF: readonly InstructionPattern[] = [
  {
    id: 'disable-antivirus',
    family: 'security-off',
    means: 'switch off the antivirus',
    kind: 'words',
    matches: words(
      String.raw`\b(?:(?:temporarily|completely|fully)\s{1,16})?(?:disable|turn\s{1,16}off|switch\s{1,16}off|deactivate|pause|stop|shut\s{1,16}down|uninstall)\s{1,16}(?:(?:your|the|any|all|every|other|windows['’]s?|active|running|third-party)\s{1,16}){0,3}`,
      GUARD,
      String.raw`(?:\s{1,16}(?:and|or|/)\s{1,16}(?:your\s|the\s)?`,
      GUARD,
      ')?',
    ),
    needs: NAMES_GUARD,
    source:
      'Open-OSS did by script what fake cracks ask for in words; honest projects say it in issues, after false alarms',
  },
  {
    id: 'antivirus-off-passive',
    family: 'security-off',
    means: 'switch off the antivirus',
    kind: 'words',
    matches: words(
      String.raw`\b(?:turn|switch)\s{1,16}(?:(?:your|the|any)\s{1,16})?`,
      GUARD,
      String.raw`\s{1,16}off\b`,
    ),
    needs: NAMES_GUARD,
    source: 'as above, another word order',
  },
  {
    id: 'disable-it',
    family: 'security-off',
    means: 'switch off the antivirus',
    kind: 'words',
    matches: words(
      GUARD,
      String.raw`\b[^.\n]{0,60}?\b(?:disable|turn\s{1,16}off|switch\s{1,16}off|deactivate|pause|shut\s{1,16}down)\s{1,16}(?:it|them)\b|`,
      GUARD,
      String.raw`\b[^.\n]{0,30}?\b(?:complains?|warns?|blocks?|alerts?|triggers?|flags?|detects?|deletes?)\b[^.\n]{0,40}?[,;:]\s{0,4}(?:then\s{1,4}|just\s{1,4}|simply\s{1,4}|please\s{1,4}){0,2}(?:allow|ignore|accept|trust|permit|restore)\s{1,4}(?:it|them|the\s{1,4}(?:file|program|app))\b`,
    ),
    needs: NAMES_GUARD,
    source: '“If your antivirus complains, disable it”: the excuse that comes with a false alarm, real or claimed',
  },
  {
    id: 'disable-antivirus-zh',
    family: 'security-off',
    means: 'switch off the antivirus',
    kind: 'words',
    matches:
      /(?:关闭|禁用|退出|停用|卸载)[^。\n]{0,12}?(?:杀毒软件|杀软|安全软件|防火墙|实时保护|360|Windows\s?Defender|Defender)/gi,
    needs: /关闭|禁用|退出|停用|卸载/,
    source: 'the same in Chinese, the second language of the Hub',
  },
  {
    id: 'antivirus-exclusion',
    family: 'security-off',
    means: 'exempt files from the antivirus',
    kind: 'words',
    matches: words(
      String.raw`\b(?:add|create|set\s{1,16}up|make|configure)\s{1,16}[^.\n]{0,60}?\b(?:exclusions?|exceptions?|whitelist|allow-?list|exclude)\b[^.\n]{0,40}?`,
      GUARD,
      String.raw`|\b(?:add|create|make)\s{1,16}[^.\n]{0,60}?`,
      GUARD,
      String.raw`[^.\n]{0,30}?\b(?:exclusions?|exceptions?|whitelist|allow-?list)\b|\b(?:whitelist|exclude)\s{1,16}[^.\n]{0,60}?\b(?:in|from|by)\s{1,16}(?:your\s|the\s)?`,
      GUARD,
    ),
    needs: NAMES_GUARD,
    source: 'Open-OSS stage 2; honest projects with unsigned programs ask for it in their troubleshooting',
  },
  {
    id: 'defender-command',
    family: 'security-off',
    means: 'weaken Windows Defender by a command',
    kind: 'command',
    matches:
      /\b(?:Add-MpPreference\s[^\n]{0,40}?-Exclusion\w{0,12}[^\n]{0,120}|Set-MpPreference\s[^\n]{0,40}?-Disable\w{1,40}[^\n]{0,40}|(?:sc|net)(?:\.exe)?\s{1,4}stop\s{1,4}WinDefend\b|reg(?:\.exe)?\s{1,4}add\s[^\n]{0,120}DisableAntiSpyware[^\n]{0,60})/gi,
    needs: /MpPreference|WinDefend|DisableAntiSpyware/i,
    source: 'Open-OSS stage 2',
  },
  {
    id: 'ignore-antivirus',
    family: 'security-off',
    means: "ignore the antivirus's warning",
    kind: 'words',
    matches: words(
      String.raw`\b(?:ignore|dismiss|disregard)\s{1,16}(?:(?:the|any|this|these|all|your)\s{1,16}){0,2}(?:(?:warnings?|alerts?|messages?|detections?)\s{1,16}(?:from|of|by)\s{1,16}(?:your\s|the\s)?`,
      GUARD,
      '|',
      GUARD,
      String.raw`(?:['’]s)?\s{1,16}(?:warnings?|alerts?|messages?|prompts?|detections?))`,
    ),
    needs: NAMES_GUARD,
    source: 'fake tools that explain their detection away',
  },
  {
    id: 'smartscreen-run-anyway',
    family: 'security-off',
    means: 'run a program that Windows warns of',
    kind: 'words',
    matches:
      /\b(?:click|press|select|choose|hit|tap)\s{1,4}(?:on\s{1,16})?(?:more\s{1,16}info\b[^.\n]{0,40}?)?run\s{1,16}anyway\b|\bmore\s{1,16}info\b[^.\n]{0,12}?run\s{1,16}anyway\b/gi,
    needs: /anyway/i,
    source: 'unsigned programs, honest and not',
    mitigated: () => selfSigned,
  },
  {
    id: 'remove-quarantine',
    family: 'security-off',
    means: 'remove the mark by which macOS checks downloads',
    kind: 'command',
    matches:
      /\bxattr\s{1,4}(?:-\w{1,4}\s{1,4}){1,3}(?:com\.apple\.quarantine\b\s{0,4})?["']?(?<file>(?!com\.apple)[^\s"'`;&|]{1,200})?/gi,
    needs: /xattr/i,
    source: 'macOS stealers; unsigned honest programs as well',
    mitigated: match => (/\.app\b|\/Applications\//.test(match) ? unsigned : undefined),
  },
  {
    id: 'gatekeeper-off',
    family: 'security-off',
    means: 'switch off the check that macOS does on programs',
    kind: 'command',
    matches: /\bspctl\s{1,4}--(?:master|global)-disable\b/gi,
    needs: /spctl/i,
    source: 'macOS stealers',
  },
];

/** What gives the thing to be run more rights than a model needs. */
export const PRIVILEGE: readonly InstructionPattern[] = [
  {
    id: 'run-as-administrator',
    family: 'privilege',
    means: 'run it as administrator',
    kind: 'words',
    matches:
      /\b(?:right[- ]?click|run|execute|start|launch|open)\b(?:(?!\b(?:terminal|prompt|cmd|powershell|console|shell|(?:run|execute|launch|start|open)(?=\s)(?!\s{1,16}as\b))(?![\w]))[^.\n;]|\.(?=\w)){0,100}?\bas\s{1,16}(?:an?\s{1,16}|the\s{1,16})?admin(?:istrator)?\b/gi,
    needs: RAISES,
    source: 'Open-OSS asked for elevation by script; fake tools ask in words',
  },
  {
    id: 'run-as-administrator-zh',
    family: 'privilege',
    means: 'run it as administrator',
    kind: 'words',
    matches: /以管理员(?:身份|权限)\s{0,4}(?:运行|启动|执行|打开)/g,
    needs: /以管理员/,
    source: 'the same in Chinese',
  },
  {
    id: 'administrator-rights',
    family: 'privilege',
    means: 'run it with administrator rights',
    kind: 'words',
    matches:
      /\b(?:run|execute|start|launch|open)\b(?:(?!\b(?:terminal|prompt|cmd|powershell|console|shell|(?:run|execute|launch|start|open)(?=\s)(?!\s{1,16}as\b))(?![\w]))[^.\n;]|\.(?=\w)){0,80}?\bwith\s{1,16}(?:elevated\s{1,16}(?:privileges|permissions|rights)|admin(?:istrator)?(?:istrative)?\s{1,16}(?:rights|privileges|permissions))\b/gi,
    needs: RAISES,
    source: 'as above',
  },
  {
    id: 'administrator-terminal',
    family: 'privilege',
    means: 'open a terminal as administrator',
    kind: 'words',
    matches:
      /\b(?:right[- ]?click|run|start|launch|open|use)\b[^.\n;]{0,60}?\b(?:terminal|prompt|cmd(?:\.exe)?|powershell|console|shell)\b[^.\n;]{0,30}?\b(?:as\s{1,16}(?:an?\s{1,16}|the\s{1,16})?admin(?:istrator)?|with\s{1,16}(?:elevated|admin(?:istrator)?)\s{1,16}(?:privileges|permissions|rights))\b/gi,
    needs: RAISES,
    source: 'honest Windows sections do it for WSL, long paths or symbolic links',
    mitigated: () => 'it opens a terminal, not a file of this repo',
  },
  {
    id: 'container-with-the-machine',
    family: 'privilege',
    means: 'give a container the whole disk',
    kind: 'command',
    matches:
      /\b(?:docker|podman|nerdctl)\s{1,4}run\s[^\n;|&]{0,300}?(?:-v|--volume)[=\s]{1,3}["']?\/:\/[^\n;|&]{0,100}/gi,
    needs: /\/:\//,
    source: 'how miners leave their container; a model needs its own folder at most',
  },
  {
    id: 'execution-policy',
    family: 'privilege',
    means: 'let PowerShell run unsigned scripts',
    kind: 'command',
    matches:
      /\bSet-ExecutionPolicy\s[^\n|;"'`]{0,100}|\b(?:powershell|pwsh)(?:\.exe)?\s[^\n]{0,100}?-(?:ep|ex\w{0,14})\s{1,4}(?:b|by\w{0,4}|unrestricted)\b/gi,
    needs: /ExecutionPolicy|powershell|pwsh/i,
    source: 'Open-OSS stage 1; virtual environments on Windows need RemoteSigned',
    mitigated: match =>
      /remotesigned|allsigned/i.test(match)
        ? 'downloaded scripts still need a signature'
        : /-scope\s+process/i.test(match)
          ? 'it holds for one window only'
          : undefined,
  },
];
