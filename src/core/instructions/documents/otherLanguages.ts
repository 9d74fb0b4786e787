import type { InstructionPattern } from './pattern.ts';

/**
 * What a document tells its reader in the languages that cards are written in beside English and Chinese: Russian, German,
 * French, Spanish, Portuguese, Italian, Japanese and Korean. JavaScript knows no edge of a word outside of Latin letters, so
 * the words carry their own endings.
 */
const RUN = [
  'запусти(?:те|ть)?|откро(?:йте|й)|выполни(?:те|ть)?|дважды\\s+(?:щ[её]лкните|кликните)',
  'führen|starten|starte|öffnen|öffne|doppelklick\\w{0,3}|ausführen',
  'lance[zr]?|exécute[zr]?|ouvre[zr]?|ouvrir|double-?clique[zr]?',
  'ejecut(?:a|e|ar|en)|abr(?:e|a|ir|an)|inici(?:a|e|ar)|haga\\s+doble\\s+clic|doble\\s+clic',
  'execut(?:e|ar)|inicie|clique\\s+duas\\s+vezes|esegui(?:te|re)?|avvia(?:te|re)?|apri(?:te|re)?',
].join('|');

/** A verb before the file that it runs. */
export const RUNS_ELSEWHERE = new RegExp(`(?<![\\p{L}])(?:${RUN})(?![\\p{L}])`, 'giu');

/** A verb behind its file, as in German, Japanese, Korean and Chinese: `start.bat をダブルクリック`. Not where it is denied. */
export const RUN_BEHIND =
  /^\s{0,3}(?:(?:を|をまず|を先に)?\s{0,2}(?:ダブルクリック|実行|起動)(?!しない|しなく|せず)|(?:파일)?\s{0,2}[을를]?\s{0,2}(?:더블\s?클릭|실행)(?!하지)|[^.\n!?]{0,30}?(?<!nicht\s)(?:ausführen|doppelklicken|starten)(?![\p{L}])|[^。\n]{0,6}(?:双击|运行|启动|执行))/u;

/** `не запускайте`, `nicht öffnen`: what denies the verb that follows at once. */
export const DENIED_ELSEWHERE =
  /(?<![\p{L}])(?:не|нельзя|nicht|niemals|keinesfalls|no|nunca|ne|jamais|não|non|mai)\s{1,3}$/iu;

const GUARD =
  '(?:антивирус\\p{L}{0,4}|защитник\\p{L}{0,3}|брандмауэр\\p{L}{0,3}|virenschutz\\w{0,8}|virenscanner\\w{0,3}|antivir\\w{0,10}|antivírus|(?:windows\\s{1,3})?defender|smartscreen|firewall|pare-feu|cortafuegos)';
const OFF =
  '(?:отключи(?:те|ть)?|выключи(?:те|ть)?|приостанови(?:те|ть)?|останови(?:те|ть)?|удали(?:те|ть)?|deaktivier\\w{1,3}|schalten?|désactive[zr]?|desactiv[aeo]r?|deshabilit[ae]r?|desativ[ae]r?|disattiva(?:te|re)?|disabilita(?:te|re)?)';

export const IN_OTHER_LANGUAGES: readonly InstructionPattern[] = [
  {
    id: 'disable-antivirus-elsewhere',
    family: 'security-off',
    means: 'switch off the antivirus',
    kind: 'words',
    matches: new RegExp(
      `(?<![\\p{L}])${OFF}(?![\\p{L}])[^.\\n]{0,30}?${GUARD}|(?:ウイルス対策|アンチウイルス|セキュリティソフト|Windows\\s?Defender)[^。\\n]{0,20}?(?:無効|オフ|停止)|(?:백신|바이러스|디펜더)[^.\\n]{0,15}?(?:끄|꺼|중지|해제|비활성)`,
      'giu',
    ),
    needs:
      /антивирус|защитник|брандмауэр|viren|antiv[ií]r|defender|smartscreen|firewall|pare-feu|cortafuegos|ウイルス|セキュリティ|백신|바이러스|디펜더/iu,
    source: 'what fake tools ask for in English and Chinese, in the other languages of cards',
  },
  {
    id: 'run-as-administrator-elsewhere',
    family: 'privilege',
    means: 'run it as administrator',
    kind: 'words',
    matches: new RegExp(
      `(?<![\\p{L}])(?:${RUN})(?![\\p{L}])(?:[^.\\n]|\\.(?=\\w)){0,60}?(?:от\\s{1,3}имени\\s{1,3}администратора|с\\s{1,3}правами\\s{1,3}администратора|als\\s{1,3}administrator|en\\s{1,3}tant\\s{1,3}qu['’]administrateur|como\\s{1,3}administrador|come\\s{1,3}amministratore)|管理者(?:として|権限で)\\s{0,2}(?:実行|起動)|관리자\\s?(?:권한으로|로)\\s?실행`,
      'giu',
    ),
    needs: /администратор|administra|amministratore|管理者|관리자/iu,
    source: 'as above',
  },
];
