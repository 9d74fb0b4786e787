import type { SourceDocument } from '../document.ts';
import type { Hazard, InstructionHazard } from '../hazard.ts';
import type { PythonTree } from '../syntax/pythonTree.ts';
import type { CardSubject } from './documents/card.ts';
import { readInstructions } from './documents/readInstructions.ts';
import { asShown } from './documents/shown.ts';
import { readScript } from './scripts/readScript.ts';
import { readTokens } from './tokens.ts';

/** Words without which no document tells its reader anything risky. Most documents of a workspace end here. */
const DOCUMENT_TRIGGER =
  /\.(?:bat|cmd|ps1|exe|msi|lnk|vbs|scr|apk|jar|hta|pif|command|zip|rar|7z)\b|(?:loader|setup|start|install\w*|launch\w*|bootstrap|run|update\w*|prerequisites|init|activate|autorun|open|quickstart)(?:[_-]\w+)?\.(?:py|sh)\b|admin|anti-?\s?virus|anti-?\s?malware|defender|firewall|smart\s?screen|real-?\s?time|run\s+anyway|xattr|spctl|MpPreference|ExecutionPolicy|powershell|pwsh|curl|wget|\biwr\b|\birm\b|Invoke-|\biex\b|base64|openssl|xxd|exec\(|mshta|certutil|bitsadmin|regsvr32|msiexec|unzip|\b7z|pass(?:word|code)|win(?:dows)?(?:\s+key)?\W{0,6}R\b|⊞|human|robot|captcha|管理员|关闭|禁用|антивирус|администратор|защитник|брандмауэр|virens|pare-feu|cortafuegos|管理者|ウイルス|セキュリティ|관리자|백신|(?:archive|unlock|extraction|zip|rar)\s+(?:key|code)|парол|passwort|kennwort|mot de passe|contraseña|senha|parola|密码|解压|パスワード|비밀번호|암호|\bF12\b|console|dev(?:eloper)?\s?tools|控制台|консол|schtasks|ScheduledTask|launchctl|LaunchAgents|CurrentVersion|Startup|scriptblock|docker|podman|index-url|https?:|t\.me|discord|bit\.ly/i;

/** Everything risky that a text says without naming a repo, from this room: instructions, script behaviour, tokens. Sorted by position. */
export function readInstructionHazards(document: SourceDocument, parsed?: PythonTree): Hazard[] {
  const found: Hazard[] = readTokens(document.text);
  if (document.language === 'markdown') {
    found.push(...readShown(document));
  } else found.push(...readScript(document, parsed));
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.type < b.type ? -1 : 1));
}

/** What the card of a repo on the Hub tells its reader to do. */
export const readCardHazards = (text: string, subject: CardSubject): readonly InstructionHazard[] =>
  readShown({ path: 'README.md', language: 'markdown', text }, subject);

/** Reads a document as its reader sees it. */
function readShown(document: SourceDocument, subject?: CardSubject): InstructionHazard[] {
  const shown = asShown(document.text);
  const text = shown?.text ?? document.text;
  // A card is one of few, and may run what only its repo's list of files tells to be a program.
  if (!subject && !DOCUMENT_TRIGGER.test(text)) return [];
  const found = readInstructions({ ...document, text }, subject);
  return shown ? found.map(hazard => ({ ...hazard, span: shown.toOuter(hazard.span) })) : found;
}
