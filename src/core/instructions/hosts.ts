/** What a host gives to whom, as far as a download of "the model" from there goes. */
export type HostKind = 'file-host' | 'cloud-drive' | 'paste' | 'dead-drop' | 'chat' | 'shortener';

/**
 * Hosts that are no home of models. Anonymous file hosts, paste services and chat attachments can change or vanish
 * without a trace in the repo; drives are listed apart, since research groups publish checkpoints there every day.
 * Paste services and JSON Keeper: seen as dead drops in the campaigns of 2026. The others are the services' own names.
 */
const HOSTS: Readonly<Record<HostKind, readonly string[]>> = {
  'file-host': [
    'mega.nz',
    'mega.io',
    'mediafire.com',
    'gofile.io',
    'anonfiles.com',
    'pixeldrain.com',
    '1fichier.com',
    'transfer.sh',
    'file.io',
    'catbox.moe',
    'krakenfiles.com',
    'workupload.com',
    'sendspace.com',
    'dropmefiles.com',
    'bayfiles.com',
    'zippyshare.com',
    'uploadhaven.com',
    'rapidgator.net',
    'nitroflare.com',
    'filebin.net',
    'bashupload.com',
    'temp.sh',
    'oshi.at',
    'tmpfiles.org',
    '0x0.st',
    'limewire.com',
    'qiwi.gg',
    'buzzheavier.com',
    'files.fm',
    'swisstransfer.com',
  ],
  'cloud-drive': [
    'drive.google.com',
    'drive.usercontent.google.com',
    'dropbox.com',
    'dl.dropboxusercontent.com',
    '1drv.ms',
    'onedrive.live.com',
    'pan.baidu.com',
    'pan.quark.cn',
    'box.com',
    'wetransfer.com',
    'we.tl',
    'terabox.com',
    'disk.yandex.com',
    'disk.yandex.ru',
    'yadi.sk',
    'aliyundrive.com',
    'alipan.com',
    'sharepoint.com',
    'kdocs.cn',
  ],
  paste: [
    'pastebin.com',
    'rentry.co',
    'rentry.org',
    'glot.io',
    'paste.ee',
    'hastebin.com',
    'ghostbin.com',
    'controlc.com',
    'dpaste.com',
    'dpaste.org',
    'paste.rs',
    'ix.io',
    'sprunge.us',
    'termbin.com',
    'privatebin.net',
    'justpaste.it',
    'pastes.io',
    'paste.mozilla.org',
    'paste.debian.net',
    'cl1p.net',
    'textbin.net',
    'snippet.host',
  ],
  'dead-drop': [
    'jsonkeeper.com',
    'npoint.io',
    'jsonbin.io',
    'api.jsonbin.io',
    'mocki.io',
    'webhook.site',
    'jsonsilo.com',
    'telegra.ph',
  ],
  chat: ['t.me', 'telegram.me', 'telegram.dog', 'discord.gg', 'cdn.discordapp.com', 'media.discordapp.net'],
  shortener: [
    'bit.ly',
    'tinyurl.com',
    'goo.gl',
    'is.gd',
    'cutt.ly',
    'rb.gy',
    'shorturl.at',
    'tiny.cc',
    'rebrand.ly',
    'ow.ly',
    't.ly',
    'v.gd',
    'shorturl.asia',
    's.id',
    'u.to',
    'clck.ru',
    'linktr.ee',
    'gg.gg',
    'soo.gd',
    'bl.ink',
  ],
};

const KIND_OF = new Map(
  Object.entries(HOSTS).flatMap(([kind, hosts]) => hosts.map(host => [host, kind as HostKind] as const)),
);

/** The host of an address in lower case, without user, port and `www.`; empty for what is none. The scheme may be missing. */
export function hostOf(address: string): string {
  const match = /^(?:[a-z][a-z0-9+.-]{0,20}:)?(?:\/\/)?(?:[^\s/@?#]{1,200}@)?([a-z0-9.-]{1,253})/i.exec(address);
  return (match?.[1] ?? '')
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

/** What kind of host an address leads to, if the tables know it. Subdomains count. */
export function hostKind(address: string): HostKind | undefined {
  for (let host = hostOf(address); host.includes('.'); host = host.slice(host.indexOf('.') + 1)) {
    const kind = KIND_OF.get(host);
    if (kind) return kind;
  }
  return undefined;
}

/** Addresses that hold a file's raw text, where the page of the same host would only show it. */
export const isGistRaw = (address: string): boolean => hostOf(address) === 'gist.githubusercontent.com';

const NAMED_HOSTS = [...KIND_OF.keys()].map(host => host.replaceAll('.', '\\.')).join('|');

/** Finds addresses: with a scheme anywhere, without one where the host is in the tables (`t.me/x`). */
export const ADDRESS = new RegExp(
  `(?:https?|hxxps?)://[^\\s<>"'\`)\\]}|]{1,1000}|(?<![\\w./@-])(?:${NAMED_HOSTS})/[^\\s<>"'\`)\\]}|]{1,500}`,
  'gi',
);
