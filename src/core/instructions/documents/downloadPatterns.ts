import type { InstructionPattern } from './pattern.ts';

const ARCHIVE = `(?:archive|zip|rar|7z|7-zip|installer|package|file)`;

/** A password on an archive keeps scanners out. It has no use for public weights. */
export const PASSWORD_ARCHIVE: readonly InstructionPattern[] = [
  {
    id: 'password-archive',
    family: 'outside-download',
    means: 'unpack an archive with a password',
    kind: 'command',
    matches:
      /\b(?:unzip\s[^\n|;]{0,80}?-P\s{0,2}\S{1,80}|7z[ar]?(?:\.exe)?\s{1,4}[xe]\s[^\n|;]{0,120}?-p[^\s-]{1,80}|(?:un)?rar(?:\.exe)?\s{1,4}[xe]\s[^\n|;]{0,120}?-h?p[^\s-]{1,80})/gi,
    needs: /(?:unzip|7z[ar]?|rar)(?:\.exe)?\s/i,
    source: 'ClawHub skill campaigns, 2026: `unzip -P` under "Prerequisites"',
    aggravated: () => 'the archive has a password',
  },
  {
    id: 'password-archive',
    family: 'outside-download',
    means: 'unpack an archive with a password',
    kind: 'words',
    matches: new RegExp(
      String.raw`\b(?:extract|unzip|unpack|decompress|open)\b(?:[^.\n]|\.(?=\w)){0,100}?\b(?:(?:with|using|password|pass)\b[^.\n]{0,30}?)\bpass(?:word|code)?\b\s{0,3}(?:is|:|=|\()?\s{0,3}\S{1,40}|\b${ARCHIVE}\s{1,3}pass(?:word|code)?\b\s{0,3}(?:is|:|=)\s{0,3}\S{1,40}|\bpass(?:word|code)?\s{1,3}(?:for|to|of)\s{1,3}(?:the\s{1,3})?(?:${ARCHIVE}|extract|unzip|unpack)\w{0,5}\b(?:\s{0,3}(?:is|:|=)\s{0,3}\S{1,40})?`,
      'gi',
    ),
    needs: /pass(?:word|code)?(?![a-z0-9])/i,
    source: 'ClawHub skill campaigns, 2026',
    aggravated: () => 'the archive has a password',
  },
];

const SECRET_WORD = String.raw`(?:pass(?:word|code|phrase)?|pwd?|парол\p{L}{1,2}|passwort|kennwort|mot\s{1,3}de\s{1,3}passe|contraseña|senha|parola|解压密码|解压码|密码|パスワード|비밀번호|암호)`;
const PACKED = String.raw`(?:\.(?:zip|rar|7z)(?![\w])|(?<![\p{L}])(?:archives?|archiv\p{L}{0,2}|архив\p{L}{0,3}|archivos?|arquivos?)(?![\p{L}])|压缩包|解压|アーカイブ|解凍|압축)`;
const NAMES_PACKED =
  /\.(?:zip|rar|7z)|archiv|архив|arquivo|压缩包|解压|アーカイブ|解凍|압축|(?<![a-z0-9])(?:unlock|extraction|zip|rar)(?![a-z])/iu;
/** After a colon anything that ends the clause; after a verb only what no word of the language is. */
const SECRET = String.raw`\s{0,3}(?:[:=：]\s{0,3}[^\s,.;:)(]{1,40}|(?:is|are|ist|est|es|é)\s{1,3}(?=[^\s,.;)]{0,39}\d)[^\s,.;:)(]{1,40})(?=\s{0,3}(?:[.,;)\]]|\n|$))`;

/** However it is put, an archive and its secret stand in one breath: `model.rar (key: 1122)`. */
export const SECRET_OF_ARCHIVE: readonly InstructionPattern[] = [
  String.raw`${PACKED}[^\n]{0,100}?(?<![\p{L}])${SECRET_WORD}${SECRET}`,
  String.raw`(?<![\p{L}])${SECRET_WORD}${SECRET}[^\n]{0,100}?${PACKED}`,
  String.raw`${PACKED}[^\n]{0,40}?\(\s{0,3}${SECRET_WORD}\s{1,3}(?=[^\s)]{0,39}\d)[^\s)]{1,40}\s{0,3}\)`,
  String.raw`\b(?:archive|unlock|extraction|zip|rar)\s{1,3}(?:key|code)${SECRET}`,
].map(matches => ({
  id: 'password-archive',
  family: 'outside-download',
  means: 'unpack an archive with a password',
  kind: 'words',
  matches: new RegExp(matches, 'giu'),
  needs: NAMES_PACKED,
  source: 'cracked programs have been handed out like this for decades, in every language',
  aggravated: () => 'the archive has a password',
}));

/** The index itself and its mirrors, makers who build for their own hardware or library, and hosts where honest wheels lie by the thousand. */
const KNOWN_INDEX = String.raw`(?:[\w.-]{1,80}\.)?(?:pypi\.org|pythonhosted\.org|pytorch\.org|nvidia\.com|github\.io|github\.com|gitlab\.com|flashinfer\.ai|pyg\.org|dgl\.ai|fbaipublicfiles\.com|openmmlab\.com|vllm\.ai|intel\.com|radeon\.com|amd\.com|googleapis\.com|pkg\.dev|visualstudio\.com|azure\.com|paddlepaddle\.org\.cn|edu\.cn|aliyun\.com|aliyuncs\.com|tencent\.com|huaweicloud\.com|douban\.com|163\.com|anaconda\.org|huggingface\.co|modelscope\.cn|jetson-ai-lab\.(?:dev|io))[/:\s]`;

/** A package runs code as it is installed, and an index says whose. */
export const PACKAGE_INDEX: readonly InstructionPattern[] = [
  {
    id: 'package-index',
    family: 'outside-download',
    means: 'install packages from an index that is not known',
    kind: 'command',
    matches: new RegExp(
      String.raw`\bpip[\d.]{0,4}\s{1,4}(?:install|download)\s[^\n;|&]{0,200}?(?:--(?:extra-)?index-url|-i|--find-links|-f)[=\s]{1,3}(?<url>https?:\/\/(?!${KNOWN_INDEX})[^\s"'\`]{1,200})[^\n;|&]{0,120}`,
      'gi',
    ),
    needs: /(?:-url|-i|-links|-f)[=\s]{1,3}https?:/i,
    source: 'dependency confusion; makers of hardware have indexes of their own, which are left out',
    aggravated: match =>
      /--trusted-host|\bhttp:/i.test(match) ? 'nothing checks whether it is the one that is named' : undefined,
  },
  {
    id: 'package-from-address',
    family: 'outside-download',
    means: 'install a package from an address that is no index and no forge',
    kind: 'command',
    matches: new RegExp(
      String.raw`\bpip[\d.]{0,4}\s{1,4}install\s[^\n;|&]{0,200}?(?<url>(?:git\+)?https?:\/\/(?!${KNOWN_INDEX}|(?:www\.)?(?:bitbucket\.org|codeberg\.org|gitee\.com|git\.sr\.ht|hf\.co|sourceforge\.net)\/)(?:[^\s"'\`]{1,200}\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)\b|(?<=git\+https?:\/\/)[^\s"'\`]{1,200})[^\s"'\`;|&]{0,80})`,
      'gi',
    ),
    needs: /git\+https?:|\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)/i,
    source: 'installing runs the setup of a source package; forges keep a history, a bare host does not',
  },
];

const PASTES = /paste|ctrl|strg|cmd|вставьте|fügen?|collez|pegue|pega|incolla|粘贴|貼り付け|붙여/i;
const WIN_R = String.raw`(?:\bwin(?:dows)?(?:(?:\s{1,16}|-)(?:key|logo|button|taste)){0,2}|⊞)\s{0,16}(?:(?:\+|and|-)\s{0,16}|(?:,\s{0,4})?(?:and|then)?\s{0,16}(?:press|hit|tap|push)\s{1,16}(?:the\s{1,16})?(?:letter\s{1,16})?|(?:and|then)\s{1,16}(?:press|hit|tap|push)\s{1,16}(?:the\s{1,16})?)["']?R\b`;
const RUN_BOX = String.raw`\b(?:open|launch|bring\s{1,16}up)\s{1,16}(?:the\s{1,16})?(?:windows\s{1,16})?run\s{1,16}(?:dialog(?:ue)?|box|window|prompt)\b`;
/** A folder's address opens a window; a program behind it would start. */
/** `paste` in the languages of cards. */
const PASTED = String.raw`вставьте|einfügen|(?<![a-z])fügen?\s|(?<![a-z])(?:collez|pegue|pega|incolla)(?![a-z])|粘贴|貼り付け|붙여`;
const FOLDER = String.raw`\s{1,16}(?:the\s{1,16}path\b|%(?:appdata|localappdata|userprofile|temp)%(?![^\n]{0,80}\.(?:exe|bat|cmd|ps1|vbs|js|hta)\b))`;

/** ClickFix: the reader is made to run a command that he did not write, in a place where nothing checks it. */
export const PASTE_TO_RUN: readonly InstructionPattern[] = [
  {
    id: 'win-r-paste',
    family: 'paste-to-run',
    means: 'press Win+R and paste a command',
    kind: 'words',
    matches: new RegExp(
      String.raw`(?:${WIN_R}|${RUN_BOX})(?:[^#]{0,400}?(?:\b(?:ctrl|strg)\s{0,16}(?:\+|-)\s{0,16}V\b|\bpaste\s{1,16}(?:it|this|that|in|(?:the|following|copied|below|above)\s{1,16}(?:\w{1,12}\s{1,16})?(?:command|code|line|text|script))\b)|[^#.\n]{0,80}?(?:[,;:)]|\b(?:and|then))\s{1,16}paste\b(?!${FOLDER})|[^#]{0,120}?(?:${PASTED}))`,
      'gi',
    ),
    needs: PASTES,
    source: 'ClickFix pages since 2024; not yet seen on the Hub',
  },
  {
    id: 'verify-you-are-human',
    family: 'paste-to-run',
    means: 'paste a command to prove that you are human',
    kind: 'words',
    matches:
      /\b(?:verify\s{1,16}(?:that\s{1,16})?you(?:\s{1,16}are|['’]re)\s{1,16}(?:a\s{1,16})?human|(?:not|n['’]t)\s{1,16}a\s{1,16}robot|human\s{1,16}verification|captcha)\b[^#]{0,400}?(?:\bctrl\s{0,16}\+\s{0,16}V\b|\bcmd\s{0,16}\+\s{0,16}V\b|\bpaste\s{1,16}(?:it|this|that|the)\b[^.\n]{0,30}?(?:terminal|powershell|run|prompt|command|console)\b)/gi,
    needs: PASTES,
    source: 'ClickFix pages since 2024',
  },
];
